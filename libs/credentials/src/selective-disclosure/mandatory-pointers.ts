import { type Json, type JsonObject, below, isList } from '../document/json.js';
import { step, tokensOf } from './json-pointer.js';

/**
 * What no learner may leave out of a credential: who says it, of what, from when until when, and where it is revoked. Types
 * are told with everything; what is left to choose is whom it is about, results, evidence, and how it came about.
 */
export const MANDATORY_POINTERS = ['/issuer', '/validFrom', '/validUntil', '/credentialStatus', '/credentialSubject/achievement'] as const;

/** These pointers as far as a document has such members, with those of every item where it has a list. */
export const mandatoryPointers = (document: JsonObject): string[] => MANDATORY_POINTERS.flatMap((pointer) => found(document, tokensOf(pointer), ''));

function found(value: Json, [token, ...rest]: readonly string[], pointer: string): string[] {
  if (token === undefined) return [pointer];
  if (isList(value)) return [...value.entries()].flatMap(([at, item]) => found(item, [token, ...rest], below(pointer, at)));
  const member = step(value, token);
  return member === undefined ? [] : found(member, rest, below(pointer, token));
}
