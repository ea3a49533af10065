import { Injectable } from '@nestjs/common';
import { decodeMultikey, lint, signWith, type CredentialFormat, type JsonObject, type Signer } from '@laurel/credentials';
import { CredentialSigner, secure, type SecuringOptions } from '@laurel/credentials/signing';
import { createPrivateKey } from 'node:crypto';
import { KeySeal } from './key-seal.js';
import { multikeyOf, type SigningKey } from './signing-key.js';

/** Signs documents with the keys of issuers: opened when first used, then kept in memory. */
@Injectable()
export class Signatory {
  /** By the key's id, which names the public key: a key whose transaction was rolled back is never asked for again. */
  private readonly signers = new Map<string, Signer>();

  constructor(private readonly seal: KeySeal) {}

  /**
   * Lints a document and puts a proof under it (eddsa-rdfc-2022); gives the text that is stored and served.
   * @throws CredentialError for a document that does not pass the lint, or a signature that does not verify
   */
  async sign(document: JsonObject, key: SigningKey, now: Date): Promise<string> {
    return JSON.stringify(await new CredentialSigner(this.signerOf(key)).sign(await lint(document), now));
  }

  /**
   * Lints a document and secures it in a format, as a credential that is issued at `now`: JSON, a token, or an image.
   * @throws CredentialError for a document that does not pass the lint, a key of another type, or a signature that does not verify
   */
  async secure(document: JsonObject, format: CredentialFormat, key: SigningKey, now: Date, options: SecuringOptions): Promise<JsonObject | string | Uint8Array> {
    return secure(format, await lint(document), this.signerOf(key), now, options);
  }

  signerOf(key: SigningKey): Signer {
    const known = this.signers.get(key.id);
    if (known) return known;
    const privateKey = createPrivateKey({ key: this.seal.open(key.sealed, key.id), format: 'der', type: 'pkcs8' });
    const publicKey = decodeMultikey(multikeyOf(key.id));
    const signer: Signer = { verificationMethod: key.id, publicKey, sign: (bytes) => signWith(publicKey.type, privateKey, bytes) };
    this.signers.set(key.id, signer);
    return signer;
  }
}
