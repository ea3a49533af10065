import { type Json, type JsonObject, asList, below, isObject } from '../document/json.js';

/** A credential in a learner record, as it stands there: an object, perhaps an EnvelopedVerifiableCredential, or a compact JWS. */
export interface ClrPart {
  readonly pointer: string;
  readonly credential: JsonObject | string;
}

/**
 * The credentials in a learner record (CLR 2.0, ClrSubject `verifiableCredential`), for each to be verified by itself: the
 * record's proof says who put them together, not that they are genuine, and to a canonicalizer two parts that name one
 * achievement are one graph. A part may be a record again. None for what is no record; never throws.
 */
export function clrParts({ credentialSubject }: JsonObject): ClrPart[] {
  return members(credentialSubject, '/credentialSubject').flatMap(([subject, above]) =>
    isObject(subject) && isClrSubject(subject)
      ? members(subject.verifiableCredential, `${above}/verifiableCredential`).flatMap(([credential, pointer]) => (isObject(credential) || typeof credential === 'string' ? { pointer, credential } : []))
      : [],
  );
}

export const isClrSubject = (subject: JsonObject): boolean => asList(subject.type).includes('ClrSubject');

/** One value or each of a list, with its pointer. */
const members = (value: Json | undefined, pointer: string): (readonly [Json, string])[] =>
  Array.isArray(value) ? value.map((item: Json, at) => [item, below(pointer, at)] as const) : value === undefined ? [] : [[value, pointer]];
