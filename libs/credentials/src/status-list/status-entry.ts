import { z } from 'zod';

/** Two lists stand behind every credential: what was issued today must be suspendable tomorrow. */
export const StatusPurpose = z.enum(['revocation', 'suspension']);
export type StatusPurpose = z.infer<typeof StatusPurpose>;

/** Where a credential's status stands: one index, the same in the lists of both purposes. */
export interface StatusPlace {
  /** URL of the list of revocations. */
  readonly revocationList: string;
  /** URL of the list of suspensions. */
  readonly suspensionList: string;
  readonly index: number;
}

/** Bitstring Status List 1.0 section 3.1; the index is a string there. */
export const BitstringStatusListEntry = z.object({
  id: z.string().optional(),
  type: z.literal('BitstringStatusListEntry'),
  statusPurpose: z.string().min(1),
  statusListIndex: z.string().regex(/^(0|[1-9][0-9]{0,9})$/),
  statusListCredential: z.url(),
});
export type BitstringStatusListEntry = z.infer<typeof BitstringStatusListEntry>;

/** The two entries of a credential. */
export function statusEntries({ revocationList, suspensionList, index }: StatusPlace): BitstringStatusListEntry[] {
  return [entry('revocation', revocationList, index), entry('suspension', suspensionList, index)];
}

const entry = (statusPurpose: StatusPurpose, list: string, index: number): BitstringStatusListEntry => ({
  id: `${list}#${index}`,
  type: 'BitstringStatusListEntry',
  statusPurpose,
  statusListIndex: String(index),
  statusListCredential: list,
});
