import { CREDENTIALS_V2, OPEN_BADGES, type Json, type JsonObject, type MessageCode, type Signer } from '@laurel/credentials';
import { withValue, type Path } from '../../alter/paths.js';
import { refused, type Asked, type Verdict } from '../../verdicts/judged.js';

/** Something wrong that its signer signed all the same; one check must refuse it, for one reason. */
export interface Misdeed {
  readonly name: string;
  /** The document of a good credential, made wrong. */
  readonly document: (good: JsonObject) => JsonObject;
  /** What the proof says otherwise. */
  readonly options?: Readonly<Record<string, Json>>;
  readonly asked?: Asked;
  readonly verdict: Verdict;
}

const set = (path: Path, value: Json | undefined) => (good: JsonObject): JsonObject => withValue(good, path, value) as JsonObject;
const misdeed = (name: string, document: Misdeed['document'], verdict: Verdict, options?: Misdeed['options']): Misdeed => ({ name, document, verdict, ...(options && { options }) });
const structure = (name: string, path: Path, value: Json | undefined): Misdeed => misdeed(`structure: ${name}`, set(path, value), refused('structure', 'invalid-structure'));
const schema = (name: string, path: Path, value: Json | undefined): Misdeed => misdeed(`schema: ${name}`, set(path, value), refused('schema', 'invalid-open-badge'));
const dates = (name: string, change: JsonObject, code: MessageCode): Misdeed => misdeed(`dates: ${name}`, (good) => ({ ...good, ...change }), refused('dates', code));

/** Of SHA-256, by its code. */
const multihash = (says: number, bytes: number): string => `u${Buffer.of(0x12, says, ...Array<number>(bytes).fill(0)).toString('base64url')}`;

const OTHER_CONTEXT = 'https://example.org/contexts/v1';
const SWAP = { name: 'https://schema.org/description', description: 'https://schema.org/name' };
const achievement = ['credentialSubject', 'achievement'];

/** Signed by a stranger with an own did:key, with eddsa-jcs-2022, which signs anything. */
export const MISDEEDS: readonly Misdeed[] = [
  structure('no type', ['type'], undefined),
  structure('another type', ['type'], ['OpenBadgeCredential']),
  structure('an empty subject', ['credentialSubject'], {}),
  structure('no subject', ['credentialSubject'], undefined),
  structure('a list without subjects', ['credentialSubject'], []),
  structure('an id that is no URL', ['id'], 'not a url'),
  structure('a status without a type', ['credentialStatus'], [{ id: 'urn:x:1' }]),
  structure('evidence without a type', ['evidence'], [{ id: 'urn:x:1' }]),
  structure('terms of use without a type', ['termsOfUse'], [{ id: 'urn:x:1' }]),
  structure('a schema without an id', ['credentialSchema'], [{ type: 'JsonSchema' }]),
  misdeed('structure: an issuer without an id', set(['issuer'], { type: ['Profile'], name: 'Nobody' }), refused('structure', 'invalid-structure')),
  ...['@base', '@vocab', '@graph', '@included', '@reverse', '@id', '@type', '@value'].map((keyword) => misdeed(`structure: ${keyword}`, (good) => ({ ...good, [keyword]: 'https://example.org/' }), refused('structure', 'refused-member'))),
  misdeed('structure: constructor', set([...achievement, 'constructor'], 'x'), refused('structure', 'refused-member')),
  misdeed('structure: a blank node', set([...achievement, 'criteria', 'id'], '_:b0'), refused('structure', 'refused-member')),

  misdeed('contexts: one nobody knows', set(['@context'], [CREDENTIALS_V2, OPEN_BADGES, OTHER_CONTEXT]), refused('contexts', 'unknown-context')),
  misdeed('contexts: terms swapped in place', set(['@context'], [CREDENTIALS_V2, OPEN_BADGES, SWAP]), refused('contexts', 'inline-context')),
  misdeed('contexts: terms swapped below', set([...achievement, '@context'], SWAP), refused('contexts', 'inline-context')),
  misdeed('contexts: one twice', set(['@context'], [CREDENTIALS_V2, OPEN_BADGES, OPEN_BADGES]), refused('contexts', 'repeated-context')),
  misdeed('contexts: the base not first', set(['@context'], [OPEN_BADGES, CREDENTIALS_V2]), refused('contexts', 'base-context')),
  misdeed('contexts: no list', set(['@context'], CREDENTIALS_V2), refused('contexts', 'base-context')),
  misdeed('contexts: none', set(['@context'], undefined), refused('contexts', 'base-context')),
  misdeed('contexts: a word without a meaning', set([...achievement, 'grade'], 'A'), refused('contexts', 'not-canonicalizable')),

  dates('expired', { validUntil: '2026-11-24T11:59:59Z' }, 'expired'),
  dates('to come', { validFrom: '2026-11-24T12:01:01Z' }, 'not-yet-valid'),
  dates('inverted', { validUntil: '2026-11-23T00:00:00Z' }, 'invalid-period'),
  dates('without a zone', { validFrom: '2026-11-24T09:00:00' }, 'invalid-date'),
  dates('no date', { validUntil: 'soon' }, 'invalid-date'),

  schema('an achievement without a name', [...achievement, 'name'], undefined),
  schema('without a description', [...achievement, 'description'], undefined),
  schema('without criteria', [...achievement, 'criteria'], undefined),
  schema('that is none', [...achievement, 'type'], ['Thing']),
  schema('an issuer without a type', ['issuer', 'type'], undefined),
  schema('a subject of another type', ['credentialSubject', 'type'], ['Person']),
  schema('an alignment without a target', [...achievement, 'alignment'], [{ type: ['Alignment'], targetName: 'x' }]),
  schema('a result that is none', ['credentialSubject', 'result'], [{ type: ['Thing'] }]),
  schema('a result description without a name', [...achievement, 'resultDescription'], [{ id: 'urn:x:1', type: ['ResultDescription'], resultType: 'Percent' }]),
  schema('evidence that is none', ['evidence'], [{ id: 'urn:x:1', type: ['Thing'] }]),
  misdeed('schema: nobody who learned', (good) => withValue(withValue(good, ['credentialSubject', 'id'], undefined), ['credentialSubject', 'identifier'], undefined) as JsonObject, refused('schema', 'invalid-open-badge')),
  misdeed('schema: without the context of Open Badges', set(['@context'], [CREDENTIALS_V2]), refused('schema', 'open-badges-context-missing')),
  misdeed('schema: no id', set(['id'], undefined), refused('schema', 'invalid-open-badge')),

  misdeed('proof: for another purpose', (good) => good, refused('proof', 'wrong-proof-purpose'), { proofPurpose: 'authentication' }),
  misdeed('proof: expired', (good) => good, refused('proof', 'proof-expired'), { expires: '2026-11-24T11:00:00Z' }),
  misdeed('proof: no date', (good) => good, refused('proof', 'invalid-proof'), { created: 'yesterday' }),
  misdeed('proof: built on one that is not there', (good) => good, refused('proof', 'previous-proof-missing'), { previousProof: 'urn:uuid:0193609a-0000-7000-8000-0000000000ff' }),
  misdeed('proof: built on itself', (good) => good, refused('proof', 'previous-proof-circle'), { id: 'urn:x:1', previousProof: 'urn:x:1' }),
  misdeed('proof: of a suite nobody knows', (good) => good, refused('proof', 'unsupported-cryptosuite'), { cryptosuite: 'eddsa-2022' }),
  misdeed('proof: under other contexts', (good) => good, refused('proof', 'proof-context'), { '@context': [CREDENTIALS_V2] }),
  misdeed('proof: by a key that is none', (good) => good, refused('proof', 'unreadable-key'), { verificationMethod: 'did:key:z6Mk#z6Mk' }),
  misdeed('proof: by a key of an unknown method', (good) => good, refused('proof', 'unsupported-did-method'), { verificationMethod: 'did:example:1#1' }),

  ...['Achievement', 'Address', 'Criteria', 'GeoCoordinates', 'Image', 'Profile'].map((name) => misdeed(`structure: ${name} as a member`, set([...achievement, name], { narrative: 'x' }), refused('structure', 'member-is-class'))),
  ...Object.entries({ 'of no base': 'Qm', 'of no kind': 'uYWFh', 'that says another length': multihash(31, 32), 'shorter than it says': multihash(32, 31) })
    .map(([name, digestMultibase]) => misdeed(`structure: a digest ${name}`, set(['relatedResource'], [{ id: 'https://example.org/', digestMultibase }]), refused('structure', 'must-be-multibase-digest'))),
  misdeed('structure: a digest in hexadecimal', set(['relatedResource'], [{ id: 'https://example.org/', digestSRI: `sha256-${'0'.repeat(64)}` }]), refused('structure', 'must-be-sri-digest')),
  misdeed('structure: a digest of other bytes than are published', set(['relatedResource'], [{ id: CREDENTIALS_V2, digestSRI: `sha256-${'A'.repeat(43)}=` }]), refused('structure', 'must-be-published-digest')),
  misdeed('structure: a resource without a digest', set(['relatedResource'], [{ id: 'https://example.org/' }]), refused('structure', 'must-have-digest')),

  ...Object.entries<readonly [Json, MessageCode]>({
    'a keyword that gives a meaning to anything': [{ '@base': 'https://example.org/' }, 'context-keyword'], 'another that nobody knows': [{ '@context': OTHER_CONTEXT }, 'unknown-context'],
    'a term with another that nobody knows': [{ term: { '@id': 'urn:x:1', '@context': OTHER_CONTEXT } }, 'unknown-context'],
  }).map(([name, [context, code]]): Misdeed => ({ name: `contexts: written out, with ${name}`, document: set(['@context'], [CREDENTIALS_V2, OPEN_BADGES, context]), verdict: refused('contexts', code), asked: { as: 'proof-only' } })),
];

/** A document in which every id of the good issuer is the signer's. */
export const inNameOf = (document: JsonObject, { verificationMethod }: Signer): JsonObject => withValue(document, ['issuer', 'id'], verificationMethod.split('#')[0] ?? '') as JsonObject;
