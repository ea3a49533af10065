import { Id, Instant } from '@laurel/events';
import { z } from 'zod';

/** `waiting` for an address; `queued`, due at some time; `sent`, once the mail server took it; `failed` for good: a dead letter. */
export const DeliveryState = z.enum(['waiting', 'queued', 'sent', 'failed']);
export type DeliveryState = z.infer<typeof DeliveryState>;

/** The way of one message to its reader. */
export const Delivery = z.object({
  messageId: Id,
  learnerId: Id.optional(),
  state: DeliveryState,
  /** Goes before all that is not: somebody sits there and waits for a sign-in code. */
  urgent: z.boolean(),
  tries: z.int().min(0),
  dueAt: Instant,
  /** Not tried from then on. */
  giveUpAt: Instant,
  settledAt: Instant.optional(),
  /** Why the last try failed, as codes: what mail servers say repeats the address. */
  fault: z.string().optional(),
});
export type Delivery = z.infer<typeof Delivery>;

/** How a mail server is asked again, in milliseconds. */
export const RETRIES = { firstMs: 2_000, longestMs: 60 * 60_000, forMs: 24 * 60 * 60_000 };

/** What became of a try. `refused` is for good (RFC 5321 section 4.2.1, 5yz), `unavailable` for now. */
export type Attempt = { readonly became: 'sent' } | { readonly became: 'refused' | 'unavailable'; readonly fault: string };

type Change = Pick<Delivery, 'state' | 'tries'> & Partial<Pick<Delivery, 'dueAt' | 'settledAt' | 'fault'>>;

/**
 * What follows from a try. Pauses double from 2 s to an hour, each shortened at random by up to a quarter, so that what
 * failed together does not come back together; the last try is before `giveUpAt`.
 * @param random in [0, 1)
 */
export function afterAttempt({ tries, giveUpAt }: Delivery, attempt: Attempt, now: Date, random: number): Change {
  const tried = { tries: tries + 1, settledAt: now.toISOString() };
  if (attempt.became === 'sent') return { ...tried, state: 'sent' };
  const { fault } = attempt;
  if (attempt.became === 'refused') return { ...tried, state: 'failed', fault };
  const pause = Math.min(RETRIES.firstMs * 2 ** tries, RETRIES.longestMs) * (1 - random / 4);
  const dueAt = new Date(now.getTime() + pause).toISOString();
  return dueAt < giveUpAt ? { state: 'queued', tries: tried.tries, dueAt, fault } : { ...tried, state: 'failed', fault };
}

export const hasExpired = ({ giveUpAt }: Delivery, now: Date): boolean => giveUpAt <= now.toISOString();
