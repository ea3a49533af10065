import { encodeMultikey, type Json, type JsonObject, type PublicKey, type Signer, type SigningKeyType } from '@laurel/credentials';
import type { Stage } from '../../stage/stage.js';
import { newSigner } from '../../stage/library.js';
import { strangersDocument } from '../forge.js';
import { claimsOf, makeToken, type Change } from '../tokens/make-token.js';

/** A stranger with a did:web, who signs tokens and publishes. */
export class Stranger {
  readonly did: string;
  readonly signer: Signer;

  /** @param name its path on the host @param change of its DID document, of which undefined takes a member away */
  constructor(
    private readonly stage: Stage,
    readonly name: string,
    change: (own: JsonObject) => Json = (own) => own,
  ) {
    this.did = `did:web:localhost%3A${stage.host.port}:${name}`;
    this.signer = newSigner('P-256', this.did);
    const key = this.signer.verificationMethod;
    const method = { id: key, type: 'Multikey', controller: this.did, publicKeyMultibase: encodeMultikey(this.signer.publicKey as PublicKey<SigningKeyType>) };
    this.serve(`/${name}/did.json`, JSON.stringify(change({ id: this.did, verificationMethod: [method], assertionMethod: [key], authentication: [key] })), 'application/did');
  }

  /** A good credential of its own, but for a change. */
  badge(change: Change = {}, header: Change = {}): Promise<string> {
    return this.token(claimsOf(strangersDocument(this.stage, this.did), change), header);
  }

  token(claims: Change, header: Change = {}): Promise<string> {
    return makeToken(JSON.parse(JSON.stringify(claims)) as Json, this.signer, header);
  }

  /** Publishes a text under a path, and answers its URL. */
  serve(path: string, text: string, contentType = 'application/vc+jwt'): string {
    this.stage.host.answers.set(path, (_request, response) => void response.writeHead(200, { 'content-type': contentType, 'cache-control': 'max-age=86400' }).end(text));
    return this.stage.host.url(path);
  }
}
