import { buildAchievementCredential } from '../achievement/build-achievement-credential.js';
import { HashedDocument } from '../canonical/hashed-document.js';
import { bundledContexts } from '../contexts/bundled-contexts.js';
import { CREDENTIALS_V2, OPEN_BADGES } from '../contexts/context-urls.js';
import { CredentialError } from '../credential-error.js';
import { type Json, type JsonObject, below, isList, isObject } from '../document/json.js';
import type { PublicKey } from '../keys/public-key.js';
import { withoutProof } from '../proof/proof.js';
import { ecdsaSd2023 } from '../selective-disclosure/ecdsa-sd-2023.js';
import { libraryCourse } from './library-course.js';
import { sampleSigner } from './sample-key.js';

/** Who signs the samples that are told in parts. */
export const disclosureIssuer = sampleSigner(7, 'P-256');

const course = buildAchievementCredential(libraryCourse({ issuer: { id: disclosureIssuer.did, name: 'Haverford Public Library', url: 'https://library.example/' } }));

/** Everything that has a type loses its id, so that it is known by nothing but its place. */
const withoutIds = (value: Json): Json => {
  if (isList(value)) return value.map(withoutIds);
  if (!isObject(value)) return value;
  const { id, ...rest } = value;
  const kept = Object.fromEntries(Object.entries(rest).map(([name, member]) => [name, withoutIds(member)]));
  return id !== undefined && rest.type === undefined ? { id, ...kept } : kept;
};

const badge = (achievement: JsonObject, more: JsonObject = {}): JsonObject => ({
  '@context': [CREDENTIALS_V2, OPEN_BADGES],
  id: 'urn:uuid:01936000-0000-7000-8000-000000000001',
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  issuer: { id: disclosureIssuer.did, type: ['Profile'], name: 'Haverford Public Library' },
  validFrom: '2026-11-24T09:30:00Z',
  name: 'Digital basics',
  credentialSubject: { type: ['AchievementSubject'], achievement: { type: ['Achievement'], name: 'A', description: 'B', criteria: { narrative: 'C' }, ...achievement } },
  ...more,
});
const twin = { type: ['Evidence'], name: 'Sheet', narrative: 'Solved.' };

/** Documents with ids and without, with nodes that look alike, lists, graphs, and text that looks like labels. */
export const disclosureSamples: readonly (readonly [string, JsonObject])[] = [
  ['a course with every id', course],
  ['the same without ids', { ...(withoutIds(course) as JsonObject), issuer: course.issuer ?? null }],
  ['nothing but what is needed', badge({})],
  ['twins', badge({}, { evidence: [twin, twin, { ...twin, genre: 'note' }] })],
  ['a list whose order counts', badge({ resultDescription: [{ id: 'urn:r', type: ['ResultDescription'], name: 'Grade', resultType: 'LetterGrade', allowedValue: ['A', 'B', 'A'] }, { type: ['ResultDescription'], name: 'Other', resultType: 'LetterGrade', allowedValue: [] }] })],
  ['text like labels', badge({ name: 'of _:c14n0 and _:b0', description: '<urn:bnid:0> "quoted" \\ \n', tag: ['😀', 'ｱ', 'a'] })],
  ['credentials in a presentation', { '@context': [CREDENTIALS_V2], type: ['VerifiablePresentation'], verifiableCredential: [badge({}), badge({ name: 'Other' }, { id: 'urn:uuid:01936000-0000-7000-8000-000000000002' })] }],
];

/** A document with the base proof of a sample key. */
export async function withBaseProof(document: JsonObject, mandatoryPointers?: readonly string[]): Promise<JsonObject & { readonly proof: JsonObject }> {
  const options = { created: '2026-11-24T09:30:00Z', proofPurpose: 'assertionMethod' } as const;
  const disclosure = mandatoryPointers && { mandatoryPointers };
  return { ...document, proof: await ecdsaSd2023.prove(new HashedDocument(document, bundledContexts), options, disclosureIssuer, disclosure) };
}

/** What the suite says about a document with one proof: `verified`, or the code of what is wrong. */
export async function verdict(credential: JsonObject, publicKey: PublicKey = disclosureIssuer.publicKey): Promise<string> {
  try {
    const fault = await ecdsaSd2023.verify({ unsecured: new HashedDocument(withoutProof(credential), bundledContexts), proof: credential.proof as JsonObject, publicKey });
    return fault?.code ?? 'verified';
  } catch (error) {
    if (error instanceof CredentialError) return error.code;
    throw error;
  }
}

/** Every place of a document but those in its contexts. */
export function pointersOf(value: Json, pointer = ''): string[] {
  if (typeof value !== 'object' || value === null) return [pointer];
  return [pointer, ...Object.entries(value).filter(([name]) => name !== '@context').flatMap(([name, member]: [string, Json]) => pointersOf(member, below(pointer, name)))];
}
