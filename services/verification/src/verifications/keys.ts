import { Injectable } from '@nestjs/common';
import { decodeMultikey, fault, type KeyResolution, type ProofPurpose, type ResolveKey } from '@laurel/credentials';
import { didOfKey, type Issuer } from '@laurel/events';
import { Copies } from '../copies/knowledge.js';
import { ForeignKeys } from '../dids/foreign-keys.js';

/**
 * Finds the keys of proofs: those of our issuers from their events, without asking anybody, retired ones among them so that what
 * they signed stays checkable; those of strangers where their DIDs lead.
 */
@Injectable()
export class Keys {
  constructor(
    private readonly copies: Copies,
    private readonly foreign: ForeignKeys,
  ) {}

  /** @param issuer who a document says issued it, if that is one of ours @param since as `FetchOptions` has it */
  of(issuer: Issuer | undefined, since: Date): ResolveKey {
    return async (verificationMethod, purpose) => {
      const named = issuer && keyOf(issuer, verificationMethod, purpose);
      if (named) return named;
      const [did = ''] = verificationMethod.split('#', 1);
      const other = did.startsWith('did:web:') ? await this.copies.issuer(did) : undefined;
      return (other && keyOf(other, verificationMethod, purpose)) ?? this.foreign.resolve(verificationMethod, purpose, { since });
    };
  }
}

/** A key of an issuer of ours, or why there is none; undefined where the method is of another DID. */
export function keyOf({ id: did, name, keys }: Issuer, verificationMethod: string, purpose: ProofPurpose): KeyResolution | undefined {
  const key = keys.find(({ id }) => id === verificationMethod);
  if (!key) return verificationMethod.split('#', 1)[0] === did ? fault('unknown-key', { controller: name }) : undefined;
  const controller = didOfKey(key);
  // their DID documents have keys for assertions only; a did:key is good for everything (did:key Method 0.9 section 3.1.1)
  if (purpose !== 'assertionMethod' && !controller.startsWith('did:key:')) return fault('key-not-for-purpose', { controller: name, purpose });
  return { publicKey: decodeMultikey(key.publicKeyMultibase), controller };
}
