import { Injectable } from '@nestjs/common';
import { decodeMultikey, lint, signWith, type JsonObject } from '@laurel/credentials';
import { CredentialSigner } from '@laurel/credentials/signing';
import { createPrivateKey } from 'node:crypto';
import { KeySeal } from './key-seal.js';
import { multikeyOf, type SigningKey } from './signing-key.js';

/** Signs documents with the keys of issuers: opened when first used, then kept in memory. */
@Injectable()
export class Signatory {
  /** By the key's id, which names the public key: a key whose transaction was rolled back is never asked for again. */
  private readonly signers = new Map<string, CredentialSigner>();

  constructor(private readonly seal: KeySeal) {}

  /**
   * Lints a document and puts a proof under it (eddsa-rdfc-2022); gives the text that is stored and served.
   * @throws CredentialError for a document that does not pass the lint, or a signature that does not verify
   */
  async sign(document: JsonObject, key: SigningKey, now: Date): Promise<string> {
    return JSON.stringify(await this.signerOf(key).sign(await lint(document), now));
  }

  private signerOf(key: SigningKey): CredentialSigner {
    const known = this.signers.get(key.id);
    if (known) return known;
    const privateKey = createPrivateKey({ key: this.seal.open(key.sealed, key.id), format: 'der', type: 'pkcs8' });
    const publicKey = decodeMultikey(multikeyOf(key.id));
    const signer = new CredentialSigner({ verificationMethod: key.id, publicKey, sign: (bytes) => signWith(publicKey.type, privateKey, bytes) });
    this.signers.set(key.id, signer);
    return signer;
  }
}
