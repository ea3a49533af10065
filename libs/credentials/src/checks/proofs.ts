import type { ContextSet } from '../contexts/context-set.js';
import { CredentialError } from '../credential-error.js';
import { type ResolveKey, isResolved } from '../did/key-resolution.js';
import { type Json, type JsonObject, asList, isObject } from '../document/json.js';
import type { Cryptosuite } from '../proof/cryptosuite.js';
import { DataIntegrityProof, withoutProof } from '../proof/proof.js';
import { eddsaRdfc2022 } from '../proof/eddsa-rdfc-2022.js';
import { schemaFault } from '../document/schema-fault.js';

const SUITES: ReadonlyMap<string, Cryptosuite> = new Map([eddsaRdfc2022].map((suite) => [suite.name, suite]));

/** More proofs than any credential needs, few enough to look at each. */
const MAX_PROOFS = 20;

export interface ProofContext {
  readonly now: Date;
  readonly contexts: ContextSet;
  readonly resolveKey: ResolveKey;
}

/** What came of one proof; `controller` is whose key it is, as far as that is known. */
export interface ProofOutcome {
  readonly pointer: string;
  readonly verificationMethod?: string;
  readonly controller?: string;
  readonly fault?: { readonly code: string; readonly detail: string };
}

/** Verifies every proof of a document by itself (Data Integrity 1.0 section 4.5, Verify Proof Sets and Chains). */
export async function verifyProofs(document: JsonObject, context: ProofContext): Promise<ProofOutcome[]> {
  const unsecured = withoutProof(document);
  const proofs = asList(document.proof);
  if (proofs.length > MAX_PROOFS) return [{ pointer: '/proof', fault: { code: 'too-many-proofs', detail: `at most ${MAX_PROOFS} proofs are looked at` } }];
  const documentHashes = new Map<Cryptosuite, Promise<Uint8Array>>();
  const hashOnce = (suite: Cryptosuite) => documentHashes.get(suite) ?? remember(documentHashes, suite, suite.documentHash(unsecured, context.contexts));
  return Promise.all(
    proofs.map(async (proof, at) => {
      const pointer = Array.isArray(document.proof) ? `/proof/${at}` : '/proof';
      return { pointer, ...(await verifyProof(proof, { unsecured, proofs, hashOnce, ...context })) };
    }),
  );
}

function remember<Key, Value>(map: Map<Key, Value>, key: Key, value: Value): Value {
  map.set(key, value);
  return value;
}

interface SecuredDocument extends ProofContext {
  readonly unsecured: JsonObject;
  readonly proofs: readonly Json[];
  readonly hashOnce: (suite: Cryptosuite) => Promise<Uint8Array>;
}

async function verifyProof(value: Json, secured: SecuredDocument): Promise<Omit<ProofOutcome, 'pointer'>> {
  const malformed = schemaFault(DataIntegrityProof, value);
  if (malformed || !isObject(value)) return { fault: { code: 'invalid-proof', detail: malformed?.detail ?? 'a proof is an object' } };
  const proof = DataIntegrityProof.parse(value);
  const { verificationMethod } = proof;
  const suite = SUITES.get(proof.cryptosuite);
  const refusal = suite ? proofRefusal(proof, value, secured) : { code: 'unsupported-cryptosuite', detail: `proofs of the suite ${proof.cryptosuite.slice(0, 100)} cannot be checked here` };
  const key = await secured.resolveKey(verificationMethod);
  const controller = isResolved(key) ? key.controller : undefined;
  const known = { verificationMethod, ...(controller !== undefined && { controller }) };
  if (refusal || !suite) return { ...known, ...(refusal && { fault: refusal }) };
  if (!isResolved(key)) return { ...known, fault: key };
  const fault = await signatureFault(proof, value, suite, key.publicKey, secured);
  return { ...known, ...(fault && { fault }) };
}

/** What refuses a proof before its signature is looked at. */
function proofRefusal(proof: DataIntegrityProof, value: JsonObject, { unsecured, now }: SecuredDocument) {
  if (proof.proofPurpose !== 'assertionMethod') return { code: 'wrong-proof-purpose', detail: 'a credential is signed for assertionMethod' };
  if (proof.expires !== undefined && Date.parse(proof.expires) < now.getTime()) return { code: 'proof-expired', detail: `the proof expired on ${proof.expires}` };
  const own = value['@context'];
  if (own !== undefined && JSON.stringify(own) !== JSON.stringify(unsecured['@context'])) return { code: 'proof-context', detail: 'the proof has other contexts than the document' };
  return undefined;
}

async function signatureFault(proof: DataIntegrityProof, value: JsonObject, suite: Cryptosuite, publicKey: Uint8Array, secured: SecuredDocument) {
  const signature = suite.decodeProofValue(proof.proofValue);
  if (!signature) return { code: 'invalid-proof-value', detail: `proofValue is not a signature in the form of ${suite.name}` };
  const previous = previousProofs(proof, secured.proofs);
  if (!previous) return { code: 'previous-proof-missing', detail: 'the proof builds on another one that is not there' };
  try {
    const { proofValue: _proofValue, ...options } = value;
    const [configHash, documentHash] = await Promise.all([
      suite.configHash(options, secured.unsecured, secured.contexts),
      previous.length === 0 ? secured.hashOnce(suite) : suite.documentHash({ ...secured.unsecured, proof: previous }, secured.contexts),
    ]);
    const verified = suite.verify(publicKey, suite.hashData(configHash, documentHash), signature);
    return verified ? undefined : { code: 'invalid-signature', detail: 'the signature does not fit the content: something was changed, or another key signed' };
  } catch (error) {
    if (error instanceof CredentialError) return { code: error.code, detail: error.detail };
    throw error;
  }
}

/** The proofs that this one was made on top of, in the order of the document; undefined if one is missing. */
function previousProofs({ previousProof }: DataIntegrityProof, proofs: readonly Json[]): JsonObject[] | undefined {
  const ids = new Set(previousProof === undefined ? [] : [previousProof].flat());
  const found = proofs.filter(isObject).filter(({ id }) => typeof id === 'string' && ids.has(id));
  return found.length === ids.size ? found : undefined;
}
