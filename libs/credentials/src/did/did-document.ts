import { z } from 'zod';
import { DID_V1, MULTIKEY_V1 } from '../contexts/context-urls.js';
import { CredentialError } from '../credential-error.js';
import { decodeMultikey, encodeMultikey } from '../keys/multikey.js';
import { publicKeyOfJwk, type PublicKey, type SigningKeyType } from '../keys/public-key.js';
import { fault } from '../words/fault.js';
import type { KeyResolution, ProofPurpose } from './key-resolution.js';

/** A key of an issuer: its fragment in the DID document, and the key. */
export interface IssuerPublicKey {
  readonly id: string;
  readonly publicKey: PublicKey<SigningKeyType>;
}

/** A DID document (DID Core 1.0 section 5) with Multikeys for assertions. */
export interface DidDocument {
  readonly '@context': readonly string[];
  readonly id: string;
  readonly verificationMethod: readonly { readonly id: string; readonly type: 'Multikey'; readonly controller: string; readonly publicKeyMultibase: string }[];
  readonly assertionMethod: readonly string[];
}

/** The DID document of an issuer. Give retired keys too: what they signed must stay checkable. */
export function didDocument(did: string, keys: readonly IssuerPublicKey[]): DidDocument {
  const verificationMethod = keys.map(({ id, publicKey }) => ({
    id: `${did}#${id}`,
    type: 'Multikey' as const,
    controller: did,
    publicKeyMultibase: encodeMultikey(publicKey),
  }));
  return { '@context': [DID_V1, MULTIKEY_V1], id: did, verificationMethod, assertionMethod: verificationMethod.map(({ id }) => id) };
}

const Instant = z.iso.datetime({ offset: true });

/** A verification method as others write it (Controlled Identifiers 1.0 section 2.2): Multikey, JsonWebKey, and their names of before. */
const VerificationMethod = z.looseObject({
  id: z.string().min(1),
  type: z.string(),
  controller: z.string(),
  publicKeyMultibase: z.string().optional(),
  publicKeyJwk: z.unknown().optional(),
  expires: Instant.optional(),
  revoked: Instant.optional(),
});
const Relationship = z.array(z.union([z.string(), VerificationMethod])).optional();

/** What is read of somebody's DID document (DID Core 1.0 section 5). */
export const ForeignDidDocument = z.looseObject({
  id: z.string().startsWith('did:'),
  controller: z.union([z.string(), z.array(z.string())]).optional(),
  verificationMethod: z.array(VerificationMethod).optional(),
  assertionMethod: Relationship,
  authentication: Relationship,
});
export type ForeignDidDocument = z.infer<typeof ForeignDidDocument>;

/**
 * The key of a verification method in a DID document, if the document authorises it for the purpose, by reference or in place
 * (Controlled Identifiers 1.0 section 3.3, Retrieve Verification Method), and it is neither expired nor revoked at `now`.
 */
export function keyInDocument(document: ForeignDidDocument, verificationMethod: string, purpose: ProofPurpose, now: Date): KeyResolution {
  const isMeant = (id: string): boolean => (id.startsWith('#') ? document.id + id : id) === verificationMethod;
  const related = document[purpose]?.find((each) => isMeant(typeof each === 'string' ? each : each.id));
  const listed = document.verificationMethod?.find(({ id }) => isMeant(id));
  const method = typeof related === 'object' ? related : listed;
  if (!method) return fault('unknown-key', { controller: document.id });
  if (related === undefined) return fault('key-not-for-purpose', { controller: document.id, purpose });
  if (method.controller !== document.id) return fault('unknown-key', { controller: document.id });
  const ended = [method.revoked, method.expires].find((instant) => instant !== undefined && Date.parse(instant) <= now.getTime());
  if (ended !== undefined) return fault('key-revoked', { ended });
  return keyOf(method, document.id);
}

function keyOf({ publicKeyMultibase, publicKeyJwk }: z.infer<typeof VerificationMethod>, controller: string): KeyResolution {
  try {
    if (publicKeyMultibase !== undefined && publicKeyJwk === undefined) return { publicKey: decodeMultikey(publicKeyMultibase), controller };
    if (publicKeyJwk !== undefined && publicKeyMultibase === undefined) return { publicKey: publicKeyOfJwk(publicKeyJwk), controller };
    return fault('unreadable-key', { reason: { code: 'key-not-once' } });
  } catch (error) {
    if (error instanceof CredentialError) return fault('unreadable-key', { reason: error.detail });
    throw error;
  }
}
