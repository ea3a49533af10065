import type { PublicKey } from '../keys/public-key.js';
import type { Fault } from '../words/fault.js';

/** For what a key may be used (Controlled Identifiers 1.0 section 2.3): credentials are asserted, presentations authenticated. */
export type ProofPurpose = 'assertionMethod' | 'authentication';

/** A public key, and the DID that controls it. */
export interface ResolvedKey {
  readonly publicKey: PublicKey;
  readonly controller: string;
}

/** The key, or why there is none. */
export type KeyResolution = ResolvedKey | Fault;

/**
 * Finds the key of a verification method, a DID URL, that its controller has authorised for a purpose (Data Integrity 1.0
 * section 4.6, Retrieve Verification Method). It may ask a store; this library asks nobody.
 */
export type ResolveKey = (verificationMethod: string, purpose: ProofPurpose) => KeyResolution | Promise<KeyResolution>;

export const isResolved = (resolution: KeyResolution): resolution is ResolvedKey => 'publicKey' in resolution;

/** The method of a DID or DID URL, `did:web`; of anything else its first characters. */
export const didMethodOf = (url: string): string => /^did:[a-z0-9]+/.exec(url)?.[0] ?? (url.slice(0, 40) || 'nothing');
