import { verifyProofs } from '../checks/proofs.js';
import { admit } from '../document/admit.js';
import { asList, isObject, type JsonObject } from '../document/json.js';
import type { OpenedCredential } from './opened-credential.js';

/**
 * Opens a credential, in whichever envelope it was sent: a JSON object with proofs of its own.
 * Throws `not-a-credential` for what is none, and `too-large`. Whether it is a good one is for the checks to say.
 */
export const openCredential = (sent: unknown): OpenedCredential => openDocument(admit(sent));

function openDocument(document: JsonObject): OpenedCredential {
  const named = asList(document.proof).flatMap((proof) => (isObject(proof) && typeof proof.verificationMethod === 'string' ? [proof.verificationMethod] : []));
  return { envelope: 'data-integrity', document, verificationMethods: named, proofs: (context) => verifyProofs(document, context) };
}
