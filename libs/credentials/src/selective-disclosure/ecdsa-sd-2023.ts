import { base58 } from '@scure/base';
import { canonicalForm, rdfDataset } from '../canonical/canonicalize.js';
import type { HashedDocument } from '../canonical/hashed-document.js';
import { CredentialError } from '../credential-error.js';
import { encodeBase64url } from '../keys/multibase.js';
import { decodeMultikey } from '../keys/multikey.js';
import type { PublicKey } from '../keys/public-key.js';
import { verifySignature } from '../keys/signature.js';
import { type Cryptosuite, invalidProofValue, invalidSignature, type Proven, wrongKeyType } from '../proof/suites/cryptosuite.js';
import { type Fault, fault } from '../words/fault.js';
import { createBaseProof, ECDSA_SD_2023, signData } from './create-proof.js';
import { decodeProofValue, type DerivedProofValue } from './proof-value.js';
import { type Labels, statementsOf } from './statements.js';

/** ecdsa-sd-2023 (Data Integrity ECDSA Cryptosuites 1.0 section 3.6): parts of a document that its holder chooses; P-256 with SHA-256. */
export const ecdsaSd2023: Cryptosuite = { name: ECDSA_SD_2023, keyTypes: ['P-256'], prove: createBaseProof, verify: verifyDerivedProof };

/**
 * What is wrong with a derived proof (section 3.6.7); undefined if it verifies. A base proof is refused, since it must never
 * leave its holder: `base-proof`. Rejects with CredentialError `not-canonicalizable`.
 */
export async function verifyDerivedProof({ unsecured, proof, publicKey }: Proven): Promise<Fault | undefined> {
  if (publicKey.type !== 'P-256') return wrongKeyType(ECDSA_SD_2023, publicKey.type);
  const value = decodeProofValue(proof.proofValue);
  const statementKey = value && keyOf(value.publicKey);
  if (!value || !statementKey) return invalidProofValue(ECDSA_SD_2023);
  if (value.kind === 'base') return fault('base-proof');
  const parted = await partedStatements(unsecured, value);
  if (!parted) return fault('disclosure-mismatch');
  if (!verifySignature(publicKey, await signData(proof, unsecured, value.publicKey, parted.mandatory), value.baseSignature)) return invalidSignature;
  const genuine = parted.optional.every((statement, at) => verifySignature(statementKey, Buffer.from(statement), value.signatures[at] ?? new Uint8Array()));
  return genuine ? undefined : invalidSignature;
}

function keyOf(multikey: Uint8Array): PublicKey | undefined {
  try {
    const key = decodeMultikey(`z${base58.encode(multikey)}`);
    return key.type === 'P-256' ? key : undefined;
  } catch (error) {
    if (error instanceof CredentialError) return undefined;
    throw error;
  }
}

/** The statements that may not be left out, and those that might have been; undefined if labels, indexes or signatures are not those of this document. */
async function partedStatements({ document, contexts }: HashedDocument, { labels, mandatoryIndexes, signatures }: DerivedProofValue) {
  const dataset = await rdfDataset(document, contexts);
  const signed = signedLabels((await canonicalForm(dataset)).labels, labels);
  if (!signed) return undefined;
  const statements = statementsOf(dataset, signed);
  const ascending = mandatoryIndexes.every((index, at) => index > (mandatoryIndexes[at - 1] ?? -1) && index < statements.length);
  const mandatory = new Set(mandatoryIndexes);
  const optional = statements.filter((_, at) => !mandatory.has(at));
  if (!ascending || optional.length !== signatures.length) return undefined;
  return { mandatory: statements.filter((_, at) => mandatory.has(at)), optional };
}

/** A label for each blank node and no other; undefined if one is missing, left over or there twice: two nodes under one label would be signed as one. */
function signedLabels(canonical: Labels, told: ReadonlyMap<number, Uint8Array>): Labels | undefined {
  const signed = new Map<string, string>();
  for (const [label, name] of canonical) {
    const digest = told.get(Number(name.slice('c14n'.length)));
    if (digest) signed.set(label, encodeBase64url(digest));
  }
  const sizes = new Set([canonical.size, told.size, signed.size, new Set(signed.values()).size]);
  return sizes.size === 1 ? signed : undefined;
}
