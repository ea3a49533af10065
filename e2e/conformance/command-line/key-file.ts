import { publicKeyOf, signWith, SIGNING_KEY_TYPES, type PublicKey, type Signer, type SigningKeyType } from '@laurel/credentials';
import { createPrivateKey, createPublicKey, type JsonWebKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** A key with its name and its owner, as VC-JOSE-COSE's suite gives it (Controlled Identifiers 1.0 section 2.2.3, JsonWebKey). */
const KeyFile = z.looseObject({ controller: z.string(), publicKeyJwk: z.looseObject({ kid: z.string() }), secretKeyJwk: z.looseObject({ kty: z.string() }) });

export interface NamedKey {
  /** As tokens of the suite name it, in `kid`. */
  readonly kid: string;
  readonly controller: string;
  readonly publicKey: PublicKey;
  readonly signer: Signer;
}

/** @throws for a key of a kind that signs nothing here */
export function readKeyFile(file: string): NamedKey {
  const { controller, publicKeyJwk, secretKeyJwk } = KeyFile.parse(JSON.parse(readFileSync(file, 'utf8')));
  const publicKey = publicKeyOf(createPublicKey({ key: publicKeyJwk as JsonWebKey, format: 'jwk' }));
  const privateKey = createPrivateKey({ key: secretKeyJwk as JsonWebKey, format: 'jwk' });
  if (!isSigning(publicKey)) throw new Error(`${publicKey.type} signs nothing here`);
  const { kid } = publicKeyJwk;
  return { kid, controller, publicKey, signer: { verificationMethod: kid, publicKey, sign: (bytes) => signWith(publicKey.type, privateKey, bytes) } };
}

const isSigning = (key: PublicKey): key is PublicKey<SigningKeyType> => SIGNING_KEY_TYPES.some((type) => type === key.type);
