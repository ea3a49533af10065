import { HashedDocument } from '../canonical/hashed-document.js';
import { CredentialError } from '../credential-error.js';
import { type ProofPurpose, type ResolveKey, isResolved } from '../did/key-resolution.js';
import { type Json, type JsonObject, asList, isObject } from '../document/json.js';
import { schemaFault } from '../document/schema-fault.js';
import type { PublicKey } from '../keys/public-key.js';
import { Proof } from '../proof/proof.js';
import type { Cryptosuite } from '../proof/suites/cryptosuite.js';
import { suiteOf } from '../proof/suites/suites.js';
import { asMessage, fault, type Fault } from '../words/fault.js';
import { faultInChains, previousProofs } from './proving/proof-chains.js';

/** More proofs than any credential needs, few enough to look at each. */
const MAX_PROOFS = 20;

/** For whom and for what a proof has to have been made. */
export interface ProofExpectations {
  readonly purpose: ProofPurpose;
  /** What a presentation must answer (Data Integrity 1.0 section 2.1); a credential's proof is not asked. */
  readonly challenge?: string;
  readonly domain?: string;
}

export interface ProofContext {
  readonly now: Date;
  /** The document without its proofs. */
  readonly unsecured: HashedDocument;
  readonly resolveKey: ResolveKey;
  readonly expected: ProofExpectations;
}

/** What came of one proof; `controller` is whose key it is, as far as that is known. What secures the whole document has the pointer ''. */
export interface ProofOutcome {
  readonly pointer: string;
  readonly verificationMethod?: string;
  readonly controller?: string;
  readonly fault?: Fault;
}

/** Verifies every proof of a document by itself (Data Integrity 1.0 section 4.5, Verify Proof Sets and Chains). */
export async function verifyProofs(document: JsonObject, context: ProofContext): Promise<ProofOutcome[]> {
  const proofs = asList(document.proof);
  if (proofs.length > MAX_PROOFS) return [{ pointer: '/proof', fault: fault('too-many-proofs', { most: MAX_PROOFS }) }];
  const secured: SecuredDocument = { ...context, proofs };
  return Promise.all(proofs.map(async (proof, at) => ({ pointer: Array.isArray(document.proof) ? `/proof/${at}` : '/proof', ...(await verifyProof(proof, secured)) })));
}

interface SecuredDocument extends ProofContext {
  readonly proofs: readonly Json[];
}

async function verifyProof(value: Json, secured: SecuredDocument): Promise<Omit<ProofOutcome, 'pointer'>> {
  const malformed = schemaFault(Proof, value);
  if (malformed || !isObject(value)) return { fault: fault('invalid-proof', { reason: malformed ? asMessage(malformed) : { code: 'value-of-other-type', params: { member: 'proof', type: 'object' } } }) };
  const proof = Proof.parse(value);
  const { verificationMethod, type, cryptosuite = type } = proof;
  const key = await secured.resolveKey(verificationMethod, secured.expected.purpose);
  const known = { verificationMethod, ...(isResolved(key) && { controller: key.controller }) };
  const suite = suiteOf(proof);
  const found = suite ? (refusalOf(proof, value, secured) ?? (isResolved(key) ? await signatureFault(value, suite, key.publicKey, secured) : key)) : fault('unsupported-cryptosuite', { suite: cryptosuite });
  return { ...known, ...(found && { fault: found }) };
}

/** What refuses a proof before its signature is looked at. */
function refusalOf(proof: Proof, value: JsonObject, { unsecured, proofs, now, expected }: SecuredDocument): Fault | undefined {
  if (proof.proofPurpose !== expected.purpose) return fault('wrong-proof-purpose', { found: proof.proofPurpose, wanted: expected.purpose });
  if (proof.expires !== undefined && Date.parse(proof.expires) < now.getTime()) return fault('proof-expired', { expires: proof.expires });
  const own = value['@context'];
  if (own !== undefined && JSON.stringify(own) !== JSON.stringify(unsecured.document['@context'])) return fault('proof-context');
  if (expected.challenge !== undefined && proof.challenge !== expected.challenge) return fault('proof-challenge');
  if (expected.domain !== undefined && ![proof.domain].flat().includes(expected.domain)) return fault('proof-domain', { found: [proof.domain ?? 'nobody'].flat().join(', '), wanted: expected.domain });
  return faultInChains(value, proofs);
}

async function signatureFault(proof: JsonObject, suite: Cryptosuite, publicKey: PublicKey, secured: SecuredDocument): Promise<Fault | undefined> {
  const previous = previousProofs(proof, secured.proofs);
  const { document, contexts } = secured.unsecured;
  const unsecured = previous.length === 0 ? secured.unsecured : new HashedDocument({ ...document, proof: previous }, contexts);
  try {
    return await suite.verify({ unsecured, proof, publicKey });
  } catch (error) {
    if (error instanceof CredentialError) return fault('not-canonicalizable', { reason: error.detail });
    throw error;
  }
}
