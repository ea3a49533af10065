/**
 * A URL (WHATWG), or undefined for what is none. Use it rather than URL.canParse: that of Node 20 takes Latin-1 for UTF-8 once
 * V8 has optimised the call, and then says no to `https://bücher.example/`.
 */
export function parseUrl(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}
