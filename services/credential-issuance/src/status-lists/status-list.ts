import { Bitstring, buildStatusListCredential, StatusPurpose, type JsonObject, type StatusPlace } from '@laurel/credentials';
import { Id, Instant } from '@laurel/events';
import { z } from 'zod';

/** A list as it stands: its bits, and the credential that was signed over them. */
export const StatusList = z.object({
  id: Id,
  providerId: Id,
  purpose: StatusPurpose,
  /** Written into credentials when they were issued, so it stays what it is when the origin changes. */
  url: z.url(),
  /** 131,072 bits, 16 KiB. */
  bits: z.instanceof(Buffer),
  document: z.string(),
  signedAt: Instant,
});
export type StatusList = z.infer<typeof StatusList>;

/** A list of revocations and one of suspensions, in which a credential has the same place. */
export const StatusListPair = z.object({
  id: Id,
  providerId: Id,
  /** Under which the lists have their URLs. */
  origin: z.url(),
  /** Key of the permutation that turns the counter into places, sealed for the pair's id. */
  sealedKey: z.instanceof(Buffer),
  /** How many places are taken. */
  taken: z.int(),
  revocationList: Id,
  suspensionList: Id,
});
export type StatusListPair = z.infer<typeof StatusListPair>;

/** A place that belongs to one credential for good. */
export interface TakenPlace extends StatusPlace {
  readonly pairId: string;
}

/** A credential's place that is to be marked. */
export type Mark = Pick<TakenPlace, 'pairId' | 'index'>;

export const listUrl = (origin: string, id: string): string => `${origin}/v1/status-lists/${id}`;

/** The unsigned credential of a list. */
export const listDocument = ({ url, purpose, bits }: Pick<StatusList, 'url' | 'purpose' | 'bits'>, issuer: string, validFrom: string): JsonObject =>
  buildStatusListCredential({ url, issuer, purpose, bits: Bitstring.of(bits), validFrom });

/** The bits with some more set. No bit is ever cleared: what is revoked stays so. */
export function withMarks(bits: Uint8Array, indexes: readonly number[]): Buffer<ArrayBuffer> {
  const list = Bitstring.of(bits);
  for (const index of indexes) list.set(index, true);
  return Buffer.from(list.toBytes());
}
