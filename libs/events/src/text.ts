import { z } from 'zod';

/** Neither NUL, which PostgreSQL cannot store, nor a lone surrogate, which UTF-8 cannot carry. */
const STORABLE = /^[^\0\p{Surrogate}]*$/u;

/** Text of a person or provider: NFC (Unicode annex 15), trimmed, not empty, at most `max` UTF-16 units. */
export const text = (max: number) => z.string().normalize('NFC').trim().min(1).max(max).regex(STORABLE, 'must not contain NUL or a lone surrogate');

/** A name, title or external id. */
export const Name = text(200);
/** Why somebody decided something. */
export const Reason = text(2_000);
export const Description = text(5_000);
export const Narrative = text(20_000);

export const Id = z.uuid();
/** An instant in UTC, for example `2026-11-24T09:30:00.000Z`. */
export const Instant = z.iso.datetime({ precision: 3 });
/** A day of the calendar, for example `2026-11-24`. */
export const CalendarDate = z.iso.date();
/** An https or http URL. */
export const WebUrl = z.url({ protocol: /^https?$/ }).max(2_000).regex(STORABLE, 'must not contain NUL or a lone surrogate');
/** A language tag (BCP 47, RFC 5646 section 2.1), the forms that are in use. */
export const Language = z.string().regex(/^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/, 'must be a language tag such as en or zh-Hans').max(35);
