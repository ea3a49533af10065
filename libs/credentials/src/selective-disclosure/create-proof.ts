import { createHash, createHmac, generateKeyPairSync, randomBytes } from 'node:crypto';
import { base58 } from '@scure/base';
import { canonicalHash } from '../canonical/canonicalize.js';
import type { HashedDocument } from '../canonical/hashed-document.js';
import { CredentialError } from '../credential-error.js';
import type { JsonObject } from '../document/json.js';
import { encodeBase64url } from '../keys/multibase.js';
import { encodeMultikey } from '../keys/multikey.js';
import { type PublicKey, publicKeyOf } from '../keys/public-key.js';
import { signChecked, signWith, type Signer } from '../keys/signature.js';
import type { Disclosure, ProofOptions } from '../proof/suites/cryptosuite.js';
import { underDocumentContexts } from '../proof/suites/hash-and-sign.js';
import { mandatoryPointers as usual } from './mandatory-pointers.js';
import { encodeProofValue } from './proof-value.js';
import { DisclosableDocument } from './statements.js';

export const ECDSA_SD_2023 = 'ecdsa-sd-2023';

/** Labels that only the holder of the key can tell from random ones (createHmacIdLabelMapFunction); the key has 32 bytes. */
export const hmacLabels = (key: Uint8Array) => (label: string): string => encodeBase64url(createHmac('sha256', key).update(label).digest());

/** What the issuer signs: hash(proof) || key of the statements || hash(statements that may not be left out) (serializeSignData). */
export async function signData({ proofValue: _proofValue, ...options }: JsonObject, { document, contexts }: HashedDocument, publicKey: Uint8Array, mandatory: readonly string[]): Promise<Uint8Array> {
  const proofHash = await canonicalHash(underDocumentContexts(options, document), contexts);
  return Buffer.concat([proofHash, publicKey, createHash('sha256').update(mandatory.join('')).digest()]);
}

/**
 * A base proof, for the holder alone (Data Integrity ECDSA Cryptosuites 1.0 section 3.6.1): whoever has it can tell any part
 * of the document that contains `mandatoryPointers`. The key of the statements and that of the labels are made for it and
 * forgotten. Rejects with CredentialError: `invalid-key`, `invalid-pointer`, `not-disclosable`, `not-canonicalizable`, `signature-mismatch`.
 */
export async function createBaseProof(unsecured: HashedDocument, options: ProofOptions, signer: Signer, disclosure: Disclosure = {}): Promise<JsonObject> {
  if (signer.publicKey.type !== 'P-256') throw new CredentialError('invalid-key', `${ECDSA_SD_2023} is signed with a key of P-256`);
  const mandatoryPointers = disclosure.mandatoryPointers ?? usual(unsecured.document);
  const hmacKey = randomBytes(32);
  const document = await DisclosableDocument.of(unsecured.document, hmacLabels(hmacKey), unsecured.contexts);
  const { statements: mandatory } = await document.part(mandatoryPointers);
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const publicKey = base58.decode(encodeMultikey(publicKeyOf(privateKey) as PublicKey<'P-256'>).slice(1));
  const signatures = document.statements.filter((statement) => !mandatory.has(statement)).map((statement) => signWith('P-256', privateKey, Buffer.from(statement)));
  const proof = { type: 'DataIntegrityProof', cryptosuite: ECDSA_SD_2023, verificationMethod: signer.verificationMethod, ...options };
  const baseSignature = await signChecked(signer, await signData(proof, unsecured, publicKey, [...mandatory]));
  return { ...proof, proofValue: encodeProofValue({ kind: 'base', baseSignature, publicKey, hmacKey, signatures, mandatoryPointers }) };
}
