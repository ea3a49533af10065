import { isObject, type Json, type JsonObject } from '../document/json.js';
import { base64url } from '../jose/base64url.js';
import type { Sent } from './implementations/implementation.js';

type Change<Of> = readonly [what: string, change: (of: Of) => Of];

/** Members that every credential has, or could have, changed so that it stays well-formed. */
const OF_MEMBERS: readonly Change<JsonObject>[] = [
  ['another name', (document) => ({ ...document, name: 'Doctor of Medicine' })],
  ['another learner', ({ credentialSubject, ...rest }) => ({ ...rest, credentialSubject: { ...(credentialSubject as JsonObject), id: 'urn:uuid:00000000-0000-4000-8000-000000000000' } })],
  ['another issuer’s name', ({ issuer, ...rest }) => ({ ...rest, issuer: { ...(issuer as JsonObject), name: 'Somebody Else' } })],
  ['an earlier beginning', (document) => ({ ...document, validFrom: '2026-11-24T09:29:59Z' })],
  ['a later end', (document) => ({ ...document, validUntil: '2099-01-01T00:00:00Z' })],
  ['a description more', (document) => ({ ...document, description: 'With distinction.' })],
  ['no status', ({ credentialStatus: _, ...document }) => document],
  ['no evidence', ({ evidence: _, ...document }) => document],
];

const ofProof = (change: (proof: JsonObject) => JsonObject) => (document: JsonObject): JsonObject => ({ ...document, proof: change(document.proof as JsonObject) });

const OF_DOCUMENTS: readonly Change<JsonObject>[] = [
  ...OF_MEMBERS,
  ['a proof of another time', ofProof((proof) => ({ ...proof, created: '2026-11-24T09:29:59Z' }))],
  ['another value of the proof', ofProof((proof) => ({ ...proof, proofValue: withOtherCharacter(String(proof.proofValue), -9) }))],
  ['another purpose', ofProof((proof) => ({ ...proof, proofPurpose: 'authentication' }))],
  ['no proof', ({ proof: _, ...document }) => document],
];

const ofSegment = (at: number, change: (segment: string) => string) => (token: string): string =>
  token.split('.').map((segment, index) => (index === at ? change(segment) : segment)).join('.');
const ofJson = (change: (value: JsonObject) => JsonObject) => (segment: string): string =>
  base64url(JSON.stringify(change(JSON.parse(Buffer.from(segment, 'base64url').toString()) as JsonObject)));

/** What follows the signature in an SD-JWT stays as it is. */
const ofSignature = ofSegment(2, (segment) => withOtherCharacter(segment, 9));

/** A disclosure of an SD-JWT (RFC 9901 section 4.2) ends in the value. */
const ofDisclosure = (change: (value: Json | undefined) => Json) => (token: string): string => {
  const [jwt = '', first = '', ...rest] = token.split('~');
  if (first === '') return token;
  const disclosure = JSON.parse(Buffer.from(first, 'base64url').toString()) as Json[];
  return [jwt, base64url(JSON.stringify([...disclosure.slice(0, -1), change(disclosure.at(-1))])), ...rest].join('~');
};

const OF_TOKENS: readonly Change<string>[] = [
  ...OF_MEMBERS.map(([what, change]): Change<string> => [what, ofSegment(1, ofJson(change))]),
  ['another bearer in its claims', ofSegment(1, ofJson((claims) => ({ ...claims, sub: 'urn:uuid:00000000-0000-4000-8000-000000000000' })))],
  ['another signature', ofSignature],
  ['no signature', ofSegment(2, (segment) => segment.replace(/^[^~]*/, ''))],
  ['no algorithm', ofSegment(0, ofJson((header) => ({ ...header, alg: 'none' })))],
  ['another type', ofSegment(0, ofJson((header) => ({ ...header, typ: 'at+jwt' })))],
  ['another value disclosed', ofDisclosure(() => 'urn:uuid:00000000-0000-4000-8000-000000000000')],
];

/** What is sent, altered in one place each time; only what differs from it. */
export function alterations(sent: Sent): [what: string, altered: Sent][] {
  const altered: [string, Sent][] = isObject(sent) ? OF_DOCUMENTS.map(([what, change]) => [what, change(sent)]) : OF_TOKENS.map(([what, change]) => [what, change(String(sent))]);
  return altered.filter(([, each]) => JSON.stringify(each) !== JSON.stringify(sent));
}

const withOtherCharacter = (text: string, at: number): string => {
  const index = at < 0 ? text.length + at : at;
  return text.slice(0, index) + (text[index] === 'A' ? 'B' : 'A') + text.slice(index + 1);
};
