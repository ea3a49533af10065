import { Injectable } from '@nestjs/common';
import { asMessage, CredentialError, didMethodOf, didWebUrl, type Fault, fault, ForeignDidDocument, keyInDocument, type KeyResolution, type ProofPurpose, resolveOffline } from '@laurel/credentials';
import { Clock } from '@laurel/runtime';
import { isFetched, type FetchOptions } from '../fetching/foreign-document.js';
import { ForeignDocuments } from '../fetching/foreign-documents.js';

/** A did:web and its document, with when it was asked for and until when it may be used again. */
export interface ResolvedDid {
  readonly document: ForeignDidDocument;
  readonly askedAt: Date;
  readonly freshUntil: Date;
}

/** Finds DID documents and keys that are not ours: did:web over the network, did:key and did:jwk in themselves. */
@Injectable()
export class ForeignKeys {
  constructor(
    private readonly documents: ForeignDocuments,
    private readonly clock: Clock,
  ) {}

  /**
   * The document of a did:web (did:web Method section 3.2), whose id must be the DID: what stands at its address about
   * another is nothing. A fault is `unsupported-did-method`, `invalid-did`, `invalid-did-document` or one of fetching.
   */
  async didDocument(did: string, options?: FetchOptions): Promise<ResolvedDid | Fault> {
    const url = urlOf(did);
    if (typeof url !== 'string') return url;
    const fetched = await this.documents.json(url, options);
    if (!isFetched(fetched)) return fetched;
    const { data: document, error } = ForeignDidDocument.safeParse(fetched.json);
    if (!document) return fault('invalid-did-document', { did, reason: { code: 'value-refused', params: { member: error.issues[0]?.path.join('/') || { code: 'the-document' } } } });
    if (document.id !== did) return fault('invalid-did-document', { did, reason: { code: 'about-another', params: { found: document.id } } });
    return { document, askedAt: fetched.askedAt, freshUntil: fetched.freshUntil };
  }

  /**
   * The key of a verification method, if its controller allows it for the purpose and it has not ended. What keeps us from a
   * document is `did-unavailable`, with the reason.
   */
  async resolve(verificationMethod: string, purpose: ProofPurpose, options?: FetchOptions): Promise<KeyResolution> {
    if (!verificationMethod.startsWith('did:web:')) return resolveOffline(verificationMethod, purpose);
    const [did = '', fragment = ''] = verificationMethod.split('#', 2);
    if (fragment === '') return fault('invalid-verification-method', { method: verificationMethod });
    const resolved = await this.didDocument(did, options);
    if (!isResolvedDid(resolved)) return resolved.code.startsWith('fetch-') ? fault('did-unavailable', { did, reason: asMessage(resolved) }) : resolved;
    return keyInDocument(resolved.document, verificationMethod, purpose, this.clock.now());
  }
}

export const isResolvedDid = (resolved: ResolvedDid | Fault): resolved is ResolvedDid => 'document' in resolved;

function urlOf(did: string): string | Fault {
  if (!did.startsWith('did:web:')) return fault('unsupported-did-method', { method: didMethodOf(did) });
  try {
    return didWebUrl(did);
  } catch (error) {
    if (error instanceof CredentialError) return fault('invalid-did', { did });
    throw error;
  }
}
