const longDate = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** `24 November 2026`, from a date or an instant; what is neither stays as it is. */
export const onDay = (when: string): string => (Number.isNaN(Date.parse(when)) ? oneLine(when) : longDate.format(new Date(when)));

/** What strangers wrote, fit for our sentence: one line, not longer than a name, nothing that turns the direction of the text around it. */
export const oneLine = (text: string): string =>
  text.slice(0, 200).replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '').replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
