/** A part of a letter; text and HTML are both made from it, so they cannot say different things. */
export type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  /** Something to copy: stands alone, large. */
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'facts'; readonly facts: readonly (readonly [name: string, value: string])[] }
  | { readonly kind: 'link'; readonly label: string; readonly url: string };

/** A message as a person reads it, before it is text or HTML. */
export interface Letter {
  readonly subject: string;
  readonly heading: string;
  readonly blocks: readonly Block[];
  /** Why the reader gets this. */
  readonly reason: string;
}

export const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
export const facts = (...rows: (readonly [string, string | undefined])[]): Block => ({
  kind: 'facts', facts: rows.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
});

/**
 * A name that others chose, fit for one line of ours: no line breaks or control characters, which could start a header or a
 * paragraph of its own, and no invisible marks that turn the direction of the text around it (Unicode annex 9).
 */
export const oneLine = (text: string): string =>
  text.replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '').replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();

const longDate = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
const time = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: 'UTC' });

/** `24 November 2026`, from a date or an instant. */
export const onDay = (when: string): string => longDate.format(new Date(when));
/** `09:30 UTC`. */
export const atTime = (when: string): string => `${time.format(new Date(when))} UTC`;
