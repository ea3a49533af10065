import { bundledContexts } from '../../contexts/bundled-contexts.js';
import { didDocument } from '../../did/did-document.js';
import { parseDidKey } from '../../did/did-key.js';
import type { PublicKey, SigningKeyType } from '../../keys/public-key.js';

const MULTIKEY = 'https://w3id.org/security/multikey/v1';

/** The document loader that a JSON-LD library asks: the pinned contexts, every did:key and its key, nothing else. */
export async function loadOffline(url: string): Promise<object> {
  if (!url.startsWith('did:key:')) return bundledContexts.documentLoader(url);
  const [did = '', fragment] = url.split('#');
  const controller = didDocument(did, [{ id: did.slice('did:key:'.length), publicKey: parseDidKey(did) as PublicKey<SigningKeyType> }]);
  const document = fragment === undefined ? controller : { '@context': MULTIKEY, ...controller.verificationMethod[0] };
  return { contextUrl: null, documentUrl: url, document };
}
