import { verifyProofs } from '../checks/proofs.js';
import { asList, isObject, type JsonObject } from '../document/json.js';
import { DateTimeStamp } from '../proof/proof.js';
import type { OpenedCredential } from './opened-credential.js';

/** A document with proofs of its own (Data Integrity 1.0), or with none. */
export function openDocument(document: JsonObject): OpenedCredential & { readonly envelope: 'data-integrity' } {
  const verificationMethods = asList(document.proof).flatMap((proof) => (isObject(proof) && typeof proof.verificationMethod === 'string' ? [proof.verificationMethod] : []));
  const [first] = asList(document.proof);
  const { data: created } = DateTimeStamp.safeParse(isObject(first) ? first.created : undefined);
  return { envelope: 'data-integrity', document, ...(created !== undefined && { signedAt: new Date(created) }), verificationMethods, proofs: (context) => verifyProofs(document, context) };
}
