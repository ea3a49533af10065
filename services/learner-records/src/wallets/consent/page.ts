import { createHash } from 'node:crypto';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as HTML that says just that, also in attributes. */
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');

const STYLE = `body{font:1rem/1.5 system-ui,sans-serif;max-width:32rem;margin:3rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}
h1{font-size:1.4rem}img{width:3rem;height:3rem;object-fit:contain}label{display:block;margin:1rem 0 .25rem}
input{font:inherit;padding:.5rem;width:100%;box-sizing:border-box;border:1px solid #595959;border-radius:.25rem}
button{font:inherit;padding:.5rem 1rem;margin:1rem .5rem 0 0;border:1px solid #0b5c4a;border-radius:.25rem;background:#0b5c4a;color:#fff}
button.no{background:#fff;color:#0b5c4a}.wrong{color:#a30000;font-weight:600}`;

/** A page of ours: our style, nothing else from anywhere. */
export const page = (title: string, body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title><style>${STYLE}</style></head><body><main>${body}</main></body></html>`;

/** Headers under which a page can do no more than it is meant to (CSP Level 3); the origins are those that it shows a picture of and that its forms may lead to. */
export function pageHeaders(walletOrigins: readonly string[] = []): Record<string, string> {
  const origins = walletOrigins.join(' ');
  const style = `'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`;
  return {
    'content-security-policy': `default-src 'none'; style-src ${style}; img-src ${origins || "'none'"}; form-action 'self' ${origins}; base-uri 'none'; frame-ancestors 'none'`,
    'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY',
  };
}
