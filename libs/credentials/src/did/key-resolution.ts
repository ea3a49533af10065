/** A public key, 32 bytes of Ed25519, and the DID that controls it. */
export interface ResolvedKey {
  readonly publicKey: Uint8Array;
  readonly controller: string;
}

/** Why there is no key: a code of the closed list, and a sentence. */
export interface UnresolvedKey {
  readonly code: 'unknown-key' | 'unsupported-did-method' | 'invalid-verification-method' | 'key-not-for-assertion' | 'key-revoked';
  readonly detail: string;
}

export type KeyResolution = ResolvedKey | UnresolvedKey;

/**
 * Finds the key of a verification method, a DID URL, that its controller has authorised for `assertionMethod`
 * (Data Integrity 1.0 section 4.6, Retrieve Verification Method). It may ask a store; this library asks nobody.
 */
export type ResolveKey = (verificationMethod: string) => KeyResolution | Promise<KeyResolution>;

export const isResolved = (resolution: KeyResolution): resolution is ResolvedKey => 'publicKey' in resolution;
