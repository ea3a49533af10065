import { Injectable } from '@nestjs/common';
import { CredentialError, type CredentialErrorCode, decodeMultikey, didDocument, didMethodOf, didWeb, isPublicKeyFormat, type JsonObject, keyDocument, type PublicKey, type SigningKeyType } from '@laurel/credentials';
import { didOfKey, type Issuer } from '@laurel/events';
import { PublicOrigin } from '@laurel/runtime';
import { Copies } from '../../copies/knowledge.js';
import { ForeignKeys, isResolvedDid } from '../foreign-keys.js';
import { type DidError, type DidErrorCode, didError } from './did-error.js';

export interface ResolutionOptions {
  /** How a did:key or did:jwk writes its key (did:key Method 0.9 section 3.1.3). */
  readonly publicKeyFormat?: string;
  readonly enableExperimentalPublicKeyTypes?: boolean;
}

/** Resolves DIDs (DID Resolution 1.0 section 4): did:key and did:jwk from themselves, did:web of ours from what is known here, others' over the network. */
@Injectable()
export class DidResolver {
  constructor(
    private readonly copies: Copies,
    private readonly foreign: ForeignKeys,
    private readonly origin: PublicOrigin,
  ) {}

  /** @param did in its form already */
  async resolve(did: string, options: ResolutionOptions): Promise<JsonObject | DidError> {
    if (/^did:(key|jwk):/.test(did)) return fromItself(did, options);
    if (!did.startsWith('did:web:')) return didError('methodNotSupported', `${didMethodOf(did)} is not resolved here.`);
    const issuer = await this.copies.issuer(did);
    if (issuer) return documentOf(issuer, did);
    if (this.isOfThisOrigin(did)) return didError('notFound', 'No issuer here has this DID.');
    const resolved = await this.foreign.didDocument(did);
    if (isResolvedDid(resolved)) return resolved.document as JsonObject;
    return didError(resolved.code === 'invalid-did' ? 'invalidDid' : resolved.code === 'invalid-did-document' ? 'invalidDidDocument' : 'notFound', resolved.detail);
  }

  private isOfThisOrigin(did: string): boolean {
    return this.origin.isSecure && did.startsWith(didWeb(this.origin.url, 'x').slice(0, -1));
  }
}

/** The same as its issuer serves at its address. */
function documentOf({ keys }: Issuer, did: string): JsonObject {
  const own = keys.filter((key) => didOfKey(key) === did).map(({ id, publicKeyMultibase }) => ({ id: id.slice(did.length + 1), publicKey: decodeMultikey(publicKeyMultibase) as PublicKey<SigningKeyType> }));
  return { ...didDocument(did, own) } as JsonObject;
}

function fromItself(did: string, { publicKeyFormat, enableExperimentalPublicKeyTypes = false }: ResolutionOptions): JsonObject | DidError {
  if (publicKeyFormat !== undefined && !isPublicKeyFormat(publicKeyFormat)) {
    // what is known but not written here has its place in old documents only
    const isKnown = /^[A-Z]\w+Key20(18|19|20|21)$/.test(publicKeyFormat);
    return didError(isKnown && !enableExperimentalPublicKeyTypes ? 'invalidPublicKeyType' : 'unsupportedPublicKeyType', `Keys are not written as ${publicKeyFormat.slice(0, 100)} here.`);
  }
  try {
    return keyDocument(did, publicKeyFormat);
  } catch (error) {
    const code = error instanceof CredentialError ? OF_REFUSAL[error.code] : undefined;
    if (code) return didError(code, (error as CredentialError).detail);
    throw error;
  }
}

/** The errors of did:key (section 3.1.2). */
const OF_REFUSAL: Partial<Record<CredentialErrorCode, DidErrorCode>> = {
  'invalid-did': 'invalidDid', 'invalid-key': 'invalidPublicKey', 'invalid-key-length': 'invalidPublicKeyLength', 'invalid-key-format': 'invalidPublicKeyType',
};
