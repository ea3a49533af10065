import { CredentialError } from '../credential-error.js';
import { DID_V1, MULTIKEY_V1 } from '../contexts/context-urls.js';
import { encodeMultikey } from './multikey.js';

/** A key of an issuer: its fragment in the DID document, its 32 bytes. */
export interface IssuerPublicKey {
  readonly id: string;
  readonly publicKey: Uint8Array;
}

/**
 * The did:web of a provider (did:web Method section 3.1): `https://laurel.example:8443` and `p1` give
 * `did:web:laurel.example%3A8443:issuers:p1`, whose document is served at /issuers/p1/did.json.
 * Throws `invalid-did` for an origin without https, with a path, or with user information.
 */
export function didWeb(origin: string, providerId: string): string {
  const url = URL.canParse(origin) ? new URL(origin) : undefined;
  if (url?.protocol !== 'https:' || url.origin !== origin) throw new CredentialError('invalid-did', `did:web needs an https origin, not ${origin}`);
  if (!/^[A-Za-z0-9._-]+$/.test(providerId)) throw new CredentialError('invalid-did', `${providerId} cannot be part of a did:web`);
  return `did:web:${url.host.replace(':', '%3A')}:issuers:${providerId}`;
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
