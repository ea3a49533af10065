import { type JsonObject, asList } from '../../document/json.js';
import { type Check, failed, failedBy, passed } from '../check.js';
import type { ProofOutcome } from '../proofs.js';

/**
 * Is what secures it genuine? Every proof must verify: one that does not is not made good by another beside it.
 * @param proofs undefined where they say nothing, because what they are about is refused
 */
export function checkProof({ proof }: JsonObject, proofs: readonly ProofOutcome[] | undefined, unsigned: 'no-proof' | 'unsigned-presentation'): Check {
  if (proofs?.length === 0 || (!proofs && asList(proof).length === 0)) return failed('proof', unsigned, undefined, '/proof');
  if (!proofs) return failed('proof', 'unreadable', undefined, '/proof');
  const bad = proofs.find(({ fault }) => fault);
  if (bad?.fault) return failedBy('proof', bad.fault, bad.pointer);
  return proofs.length === 1 ? passed('proof', 'signature-genuine') : passed('proof', 'signatures-genuine', { count: proofs.length });
}
