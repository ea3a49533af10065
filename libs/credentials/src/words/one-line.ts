/** What turns the direction of the text around it (Unicode annex 9), and halves of characters that were cut through. */
const TURNS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\p{Surrogate}]/gu;
const BREAKS = /[\p{Cc}\p{Zl}\p{Zp}\s]+/gu;

/** What strangers wrote, fit to stand in a text of ours: on one line, at most `most` UTF-16 units, nothing that turns the text around it. */
export const oneLine = (text: string, most = 200): string => text.slice(0, most).replace(TURNS, '').replace(BREAKS, ' ').trim();
