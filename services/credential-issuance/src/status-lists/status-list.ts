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

/** A credential's place whose bit is to be set or cleared in the list of a purpose. */
export interface Mark extends Pick<TakenPlace, 'pairId' | 'index'> {
  readonly purpose: StatusPurpose;
  readonly value: boolean;
}

export const listUrl = (origin: string, id: string): string => `${origin}/v1/status-lists/${id}`;
export const listIdOf = (url: string): string => url.slice(url.lastIndexOf('/') + 1);

/** The unsigned credential of a list. */
export const listDocument = ({ url, purpose, bits }: Pick<StatusList, 'url' | 'purpose' | 'bits'>, issuer: string, validFrom: string): JsonObject =>
  buildStatusListCredential({ url, issuer, purpose, bits: Bitstring.of(bits), validFrom });

/** The bits with marks made. A revocation is never cleared: what is revoked stays so. */
export function withMarks(bits: Uint8Array, marks: readonly Omit<Mark, 'pairId'>[]): Buffer<ArrayBuffer> {
  const list = Bitstring.of(bits);
  for (const { index, purpose, value } of marks) list.set(index, value || (purpose === 'revocation' && list.get(index)));
  return Buffer.from(list.toBytes());
}
