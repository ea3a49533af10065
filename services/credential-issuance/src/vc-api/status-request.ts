import { BitstringStatusListEntry, StatusPurpose } from '@laurel/credentials';
import { AttestationStatus } from '@laurel/events';
import { z } from 'zod';

/** VC API, Update Status. The place is ours to know; what is said of it must be right. */
export const StatusRequest = z.strictObject({
  credentialId: z.string().min(1).max(2_000).meta({ description: 'the id of the credential, as its document has it' }),
  indexAllocator: z.string().max(2_000).optional().meta({ description: 'not needed: places are given here' }),
  credentialStatus: z.strictObject({ ...BitstringStatusListEntry.partial().shape, type: z.literal('BitstringStatusListEntry'), statusPurpose: StatusPurpose }),
  status: z.boolean().meta({ description: 'true revokes or suspends, false ends a suspension' }),
});
export type StatusRequest = z.infer<typeof StatusRequest>;

export const StatusAnswer = z.object({ credentialId: z.string(), status: AttestationStatus });
export type StatusAnswer = z.infer<typeof StatusAnswer>;

/** What becomes of a credential; undefined for what cannot be taken back: a revocation is for good. */
export function statusAfter(now: AttestationStatus, purpose: StatusPurpose, value: boolean): AttestationStatus | undefined {
  if (now === 'revoked') return purpose === 'revocation' && value ? 'revoked' : undefined;
  if (purpose === 'revocation') return value ? 'revoked' : now;
  return value ? 'suspended' : 'active';
}
