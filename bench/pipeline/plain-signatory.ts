import type { JsonObject } from '@laurel/credentials';
import type { Signatory } from '@laurel/credential-issuance';
import { createHash, generateKeyPairSync, sign } from 'node:crypto';

const { privateKey } = generateKeyPairSync('ed25519');

const optionsHash = createHash('sha256').update('options').digest();

/** What the key signs, as in the real suite: a digest of the proof's options, and one of the document. */
export const hashData = (text: string): Buffer => Buffer.concat([optionsHash, createHash('sha256').update(text).digest()]);

export const rawSignature = (data: Uint8Array): Buffer => sign(null, data, privateKey);

/**
 * Signs a document's plain bytes in the place of its canonical form (flow.md, decision 12): the pipeline is then
 * measured without the JSON-LD library, which would be nearly all of it.
 */
export class PlainSignatory implements Pick<Signatory, 'sign'> {
  async sign(document: JsonObject): Promise<string> {
    const text = JSON.stringify(document);
    const proofValue = `u${rawSignature(hashData(text)).toString('base64url')}`;
    return `${text.slice(0, -1)},"proof":{"type":"DataIntegrityProof","cryptosuite":"plain-bytes","proofValue":"${proofValue}"}}`;
  }
}
