import type { JsonObject } from '@laurel/credentials';
import type { Signatory } from '@laurel/credential-issuance';
import { createHash, generateKeyPairSync, sign } from 'node:crypto';

const { privateKey } = generateKeyPairSync('ed25519');

/** What the key signs in both suites: two digests of 32 bytes, of the proof's options and of the document. */
export const rawSignature = (hashData: Uint8Array): Buffer => sign(null, hashData, privateKey);

/**
 * Signs a document's plain bytes in the place of its canonical form (flow.md, decision 12): the pipeline is then
 * measured without the JSON-LD library, which would be nearly all of it.
 */
export class PlainSignatory implements Pick<Signatory, 'sign'> {
  private readonly optionsHash = createHash('sha256').update('options').digest();

  async sign(document: JsonObject): Promise<string> {
    const text = JSON.stringify(document);
    const signature = rawSignature(Buffer.concat([this.optionsHash, createHash('sha256').update(text).digest()]));
    return `${text.slice(0, -1)},"proof":{"type":"DataIntegrityProof","cryptosuite":"plain-bytes","proofValue":"u${signature.toString('base64url')}"}}`;
  }
}
