import { z } from 'zod';
import { CREDENTIALS_V2 } from '../contexts/context-urls.js';
import { CredentialError } from '../credential-error.js';
import type { JsonObject } from '../document/json.js';
import { Bitstring } from './bitstring.js';
import type { StatusPurpose } from './status-entry.js';

export interface StatusListFacts {
  /** URL at which the list is served; the `statusListCredential` of its entries. */
  readonly url: string;
  /** DID of the issuer. */
  readonly issuer: string;
  readonly purpose: StatusPurpose;
  readonly bits: Bitstring;
  /** Instant from which this state holds. */
  readonly validFrom: string;
}

/** An unsecured BitstringStatusListCredential (Bitstring Status List 1.0 section 3.2); lint and sign it like any other. */
export const buildStatusListCredential = ({ url, issuer, purpose, bits, validFrom }: StatusListFacts): JsonObject => ({
  '@context': [CREDENTIALS_V2],
  id: url,
  type: ['VerifiableCredential', 'BitstringStatusListCredential'],
  issuer,
  validFrom,
  credentialSubject: { id: `${url}#list`, type: 'BitstringStatusList', statusPurpose: purpose, encodedList: bits.encode() },
});

/** What must stand in a list credential, ours or another's. */
export const StatusListCredential = z.object({
  id: z.url(),
  type: z.array(z.string()).refine((types) => types.includes('BitstringStatusListCredential')),
  credentialSubject: z.object({
    type: z.literal('BitstringStatusList'),
    statusPurpose: z.union([z.string(), z.array(z.string()).min(1)]),
    encodedList: z.string().startsWith('u'),
  }),
});

/**
 * The bits of a list credential for one purpose (section 3.2, validate algorithm, steps after the proof was verified).
 * Throws `invalid-status-list` for another purpose, form or length.
 */
export function readStatusList(credential: unknown, purpose: string): Bitstring {
  const read = StatusListCredential.safeParse(credential);
  if (!read.success) throw new CredentialError('invalid-status-list', 'not a BitstringStatusListCredential');
  const { statusPurpose, encodedList } = read.data.credentialSubject;
  if (![statusPurpose].flat().includes(purpose)) throw new CredentialError('invalid-status-list', `the list is not about ${purpose}`);
  return Bitstring.decode(encodedList);
}
