import { canonicalForm, canonicalQuads } from '../canonical/canonicalize.js';
import { bundledContexts } from '../contexts/bundled-contexts.js';
import type { ContextSet } from '../contexts/context-set.js';
import { CredentialError } from '../credential-error.js';
import { type JsonObject, asList, isObject } from '../document/json.js';
import { decodeBase64url } from '../keys/multibase.js';
import { withoutProof } from '../proof/proof.js';
import { ECDSA_SD_2023, hmacLabels } from './create-proof.js';
import { type BaseProofValue, decodeProofValue, encodeProofValue } from './proof-value.js';
import { select } from './selection.js';
import { DisclosableDocument, type Part } from './statements.js';

export interface DeriveOptions {
  /** JSON Pointers of what is told beyond what may not be left out. */
  readonly selectivePointers: readonly string[];
  readonly contexts?: ContextSet;
}

/**
 * A part of a credential with the proof that goes with it, made by its holder from the base proof (Data Integrity ECDSA
 * Cryptosuites 1.0 section 3.6.6). Other proofs speak of the whole, so they are left out. Rejects with CredentialError:
 * `no-base-proof`, `invalid-pointer`, `not-disclosable`, `not-canonicalizable`.
 */
export async function deriveProof(credential: JsonObject, { selectivePointers, contexts = bundledContexts }: DeriveOptions): Promise<JsonObject> {
  const { proof, value } = baseProof(credential);
  const unsecured = withoutProof(credential);
  const pointers = [...value.mandatoryPointers, ...selectivePointers];
  const shown = select(unsecured, pointers);
  if (!shown) throw new CredentialError('not-disclosable', 'nothing was chosen to be told');

  const document = await DisclosableDocument.of(unsecured, hmacLabels(value.hmacKey), contexts);
  const [mandatory, told] = await Promise.all([document.part(value.mandatoryPointers), document.part(pointers)]);
  const optional = document.statements.filter((statement) => !mandatory.statements.has(statement));
  if (optional.length !== value.signatures.length) throw new CredentialError('not-disclosable', 'the base proof was made for another document');
  const derived = {
    kind: 'derived' as const,
    baseSignature: value.baseSignature,
    publicKey: value.publicKey,
    signatures: value.signatures.filter((_, at) => told.statements.has(optional[at] ?? '')),
    labels: await verifierLabels(shown, told, document, contexts),
    mandatoryIndexes: [...told.statements].flatMap((statement, at) => (mandatory.statements.has(statement) ? [at] : [])),
  };
  return { ...shown, proof: { ...proof, proofValue: encodeProofValue(derived) } };
}

function baseProof({ proof }: JsonObject): { proof: JsonObject; value: BaseProofValue } {
  const found = asList(proof).flatMap((each) => {
    const value = isObject(each) && each.cryptosuite === ECDSA_SD_2023 ? decodeProofValue(each.proofValue) : undefined;
    return isObject(each) && value?.kind === 'base' ? [{ proof: each, value }] : [];
  });
  const [only] = found;
  if (!only || found.length > 1) throw new CredentialError('no-base-proof', `one base proof of ${ECDSA_SD_2023} is needed, there are ${found.length}`, '/proof');
  return only;
}

/** From the labels that a verifier of this part will find to those that were signed (createDisclosureData). */
async function verifierLabels(shown: JsonObject, { dataset }: Part, document: DisclosableDocument, contexts: ContextSet): Promise<Map<number, Uint8Array>> {
  const { quads, labels } = await canonicalForm(dataset);
  if (quads !== (await canonicalQuads(shown, contexts))) throw new CredentialError('not-disclosable', 'this part of the document has another meaning by itself');
  return new Map([...labels].map(([label, canonical]) => [Number(canonical.slice('c14n'.length)), decodeBase64url(document.labels.get(label) ?? '') ?? new Uint8Array()]));
}
