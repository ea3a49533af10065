import { CredentialError } from '../credential-error.js';
import { type JsonObject, asList, isObject } from './json.js';
import { MAX_DEPTH, MAX_MEMBERS, isTooLarge } from './members.js';

/**
 * The document to check, from what somebody sent as one, any JSON object that is no presentation.
 * Throws `not-a-credential` for all else and `too-large` beyond depth 64 or 10,000 members. Whether it is a good
 * credential is for the checks to say, also of an object without a proof.
 */
export function admit(value: unknown): JsonObject {
  if (!isObject(value)) throw new CredentialError('not-a-credential', 'a credential is a JSON object', '');
  if (isTooLarge(value)) throw new CredentialError('too-large', `at most ${MAX_DEPTH} levels and ${MAX_MEMBERS} members`, '');
  const presentation = asList(value.type).some((type) => type === 'VerifiablePresentation' || type === 'EnvelopedVerifiablePresentation');
  if (presentation) throw new CredentialError('not-a-credential', 'this is a presentation; send the credential in it', '/type');
  return value;
}
