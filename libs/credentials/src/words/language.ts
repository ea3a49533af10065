import type { Catalogue } from './message.js';
import { oneLine } from './one-line.js';

type Touch = (text: string) => string;
const asItIs: Touch = (text) => text;

/** A language: its texts, and how it writes dates, numbers and lists (ECMA-402, by its locale). */
export class Language {
  private readonly day: Intl.DateTimeFormat;
  private readonly minute: Intl.DateTimeFormat;
  private readonly numbers: Intl.NumberFormat;
  private readonly lists: Intl.ListFormat;

  /** @param tag BCP 47, as a client asks for it; @param touch what Intl leaves out of dates */
  constructor(
    readonly tag: string,
    readonly texts: Catalogue,
    private readonly locale = tag,
    private readonly touch = asItIs,
  ) {
    this.day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
    this.minute = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'long', day: 'numeric', hour: '2-digit', minute: '2-digit', timeZone: 'UTC', timeZoneName: 'short' });
    this.numbers = new Intl.NumberFormat(locale);
    this.lists = new Intl.ListFormat(locale, { type: 'conjunction' });
  }

  /** `24 November 2026`, from a date or an instant; what is neither stays as it is. */
  onDay(when: string): string {
    return this.formatted(this.day, when);
  }

  /** The same with the time of day, in UTC. */
  atMinute(when: string): string {
    return this.formatted(this.minute, when);
  }

  number(value: number): string {
    return this.numbers.format(value);
  }

  list(items: readonly string[]): string {
    return this.lists.format(items);
  }

  capitalised(text: string): string {
    const [first = ''] = text;
    return first.toLocaleUpperCase(this.locale) + text.slice(first.length);
  }

  private formatted(format: Intl.DateTimeFormat, when: string): string {
    const instant = Date.parse(when);
    return Number.isNaN(instant) ? oneLine(when) : this.touch(format.format(instant));
  }
}
