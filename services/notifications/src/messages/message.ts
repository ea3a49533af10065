import { Id, Instant, Sealed, Traceparent } from '@laurel/events';
import { z } from 'zod';
import { Content, writeLetter } from '../letters/content.js';
import { letterText } from '../letters/letter-text.js';
import { DeliveryState, type Delivery } from '../deliveries/delivery.js';

/** One thing told to one recipient, because of one event. */
export const Message = z.object({
  id: Id,
  eventId: Id,
  /** The learner; for a sign-in, the request. */
  recipient: Id,
  learnerId: Id.optional(),
  credentialId: Id.optional(),
  content: Content,
  /** A sealed sign-in: address and code. Forgotten as soon as it is sent or cannot be any more. */
  sealed: Sealed.optional(),
  traceparent: Traceparent.optional(),
  createdAt: Instant,
});
export type Message = z.infer<typeof Message>;

/** A message as its reader sees it in the list. */
export const ShownMessage = Message.pick({ id: true, credentialId: true, createdAt: true }).extend({
  subject: z.string(),
  text: z.string(),
  /** `waiting` for an address, `queued` for the mail server. */
  status: DeliveryState,
  sentAt: Instant.optional(),
});
export type ShownMessage = z.infer<typeof ShownMessage>;

export function showMessage({ id, credentialId, createdAt, content }: Message, { state, settledAt }: Delivery, origin: string): ShownMessage {
  const letter = writeLetter(content, { origin });
  return {
    id, subject: letter.subject, text: letterText(letter), status: state, createdAt,
    ...(credentialId === undefined ? {} : { credentialId }),
    ...(state === 'sent' && settledAt !== undefined ? { sentAt: settledAt } : {}),
  };
}
