import { Instant, Provider, Reason } from '@laurel/events';
import { z } from 'zod';
import { problem } from '../problems.js';

/** What a provider tells of itself when it applies. */
export const ApplyAsProvider = z.strictObject(Provider.omit({ id: true, status: true, changedAt: true }).shape).extend({
  email: z.email().max(254).meta({ description: 'where the operator reaches the provider; never published' }),
});
export type ApplyAsProvider = z.infer<typeof ApplyAsProvider>;

export const ProviderRow = Provider.extend({ email: z.string(), version: z.int().min(1), appliedAt: Instant });
export type ProviderRow = z.infer<typeof ProviderRow>;

/** The provider as everybody may see it. */
export const publicProvider = (row: ProviderRow): Provider => Provider.parse(row);

export const DecideOnProvider = z.strictObject({ decision: z.enum(['approve', 'refuse', 'suspend', 'reinstate']), reason: Reason.optional() });
export type DecideOnProvider = z.infer<typeof DecideOnProvider>;

export const Decision = z.object({ id: z.uuid(), providerId: z.uuid(), decision: DecideOnProvider.shape.decision, reason: Reason.optional(), decidedAt: Instant });
export type Decision = z.infer<typeof Decision>;

type Status = Provider['status'];

const TRANSITIONS: Readonly<Record<DecideOnProvider['decision'], { from: Status; to: Status }>> = {
  approve: { from: 'applied', to: 'approved' },
  refuse: { from: 'applied', to: 'refused' },
  suspend: { from: 'approved', to: 'suspended' },
  reinstate: { from: 'suspended', to: 'approved' },
};

/** The status after a decision. @throws Problem `decision-not-possible` */
export function statusAfter(decision: DecideOnProvider['decision'], status: Status): Status {
  const { from, to } = TRANSITIONS[decision];
  if (status !== from) throw problem('decision-not-possible', `To ${decision} a provider it must be ${from}; this one is ${status}.`);
  return to;
}
