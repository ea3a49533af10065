import { type Json, type JsonObject, asList, isObject } from '../../document/json.js';
import { fault, type Fault } from '../../words/fault.js';

/** What a proof builds on, by id (Data Integrity 1.0 section 2.1, `previousProof`). */
const idsBefore = (proof: JsonObject): readonly string[] => asList(proof.previousProof).filter((id) => typeof id === 'string');

const named = (proofs: readonly Json[], id: string): JsonObject[] => proofs.filter(isObject).filter((proof) => proof.id === id);

/** The proofs that this one was made on top of, in the order of the document (Data Integrity 1.0 section 4.5, step 3). */
export function previousProofs(proof: JsonObject, proofs: readonly Json[]): JsonObject[] {
  const before = new Set(idsBefore(proof));
  return proofs.filter(isObject).filter(({ id }) => typeof id === 'string' && before.has(id));
}

/** What is wrong with the chain that ends in this proof: a link that is not there, stands twice, or leads round. */
export function faultInChains(proof: JsonObject, proofs: readonly Json[], seen: ReadonlySet<string> = new Set()): Fault | undefined {
  for (const id of idsBefore(proof)) {
    const [link, ...others] = named(proofs, id);
    if (!link) return fault('previous-proof-missing');
    if (others.length > 0) return fault('repeated-proof-id', { id });
    if (seen.has(id)) return fault('previous-proof-circle');
    const found = faultInChains(link, proofs, new Set(seen).add(id));
    if (found) return found;
  }
  return undefined;
}
