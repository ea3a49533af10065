import { buildClrCredential, type Json, type JsonObject } from '@laurel/credentials';
import { withValue, type Path } from '../../alter/paths.js';
import { didOf, ISSUED_AT, newSigner } from '../../stage/library.js';
import type { Stage } from '../../stage/stage.js';
import { accepted, refused, unreadable, warned, type Exhibit, type Verdict } from '../../verdicts/judged.js';
import { exhibit, forge, strangersDocument } from '../forge.js';

const invalid = refused('schema', 'invalid-clr');
const subject = 'credentialSubject';

/** A learner record of CLR 2.0, each wrong in one place. */
const RECORDS: readonly (readonly [name: string, verdict: Verdict, path?: Path, value?: Json])[] = [
  ['a good one', accepted],
  ['without a name', invalid, ['name']],
  ['by nobody with a type', invalid, ['issuer', 'type']],
  ['without parts', invalid, [subject, 'verifiableCredential']],
  ['with no part', invalid, [subject, 'verifiableCredential'], []],
  ['with a part that is a word', invalid, [subject, 'verifiableCredential'], ['word']],
  ['with a part of another type', invalid, [subject, 'verifiableCredential'], [{ type: ['Thing'] }]],
  ['of nobody', invalid, [subject, 'id']],
  ['about another kind of subject', invalid, [subject, 'type'], ['AchievementSubject']],
  ['with a relation to nothing', invalid, [subject, 'association', 0, 'targetId']],
  ['with a relation of no kind', invalid, [subject, 'association', 0, 'associationType'], 'isFriendOf'],
  ['without the context of CLR', refused('schema', 'clr-context-missing'), ['@context'], ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json']],
];

export async function records(stage: Stage): Promise<Exhibit[]> {
  const signer = newSigner('Ed25519');
  const part = await forge(strangersDocument(stage, didOf(signer)), signer);
  const named = buildClrCredential({
    credentialId: '0193609a-0000-7000-8000-000000000098', issuer: { id: didOf(signer), name: 'Elsewhere', url: 'https://elsewhere.example/' },
    subject: { id: 'urn:uuid:0193609a-0000-7000-8000-000000000097', identity: { identityHash: `sha256$${'a'.repeat(64)}`, salt: 'salt' } },
    name: 'All that was learned', parts: [part], partial: false, associations: [{ type: 'isPartOf', sourceId: 'urn:x:1', targetId: 'urn:x:2' }], validFrom: ISSUED_AT,
  });
  const record = withValue(named, [subject, 'identifier'], undefined) as JsonObject;
  const crowded = withParts(record, Array<Json>(501).fill('e30.e30.AA'));
  const wrong = await Promise.all(RECORDS.map(async ([name, verdict, path, value]) => exhibit(`record: ${name}`, await forge((path ? withValue(record, path, value) : record) as JsonObject, signer), verdict)));
  const of = async (name: string, parts: readonly Json[], verdict: Verdict) => exhibit(`record: ${name}`, await forge(withParts(record, parts), signer), verdict);
  const wrapped = async (inner: JsonObject) => forge(withParts(record, [inner]), signer);
  const shown = { type: ['VerifiablePresentation'], verifiableCredential: Array(3).fill(withParts(record, Array<Json>(400).fill('e30.e30.AA'))) as Json };
  return [
    ...wrong,
    await of('with an altered part', [part, { ...part, name: 'Surgery' }], refused('parts', 'part-failed')),
    await of('with a part that is no credential', [part, 'e30.e30.AA'], refused('parts', 'part-failed')),
    await of('with a part of a stranger', [part], warned('parts', 'part-in-doubt')),
    await of('with records in records', [await wrapped(await wrapped(part))], refused('parts', 'part-failed')),
    exhibit('record: of more parts than are looked at', crowded, unreadable('at most 500 credentials')),
    exhibit('record: several of more parts than are looked at', shown, unreadable('hold more than 1000 credentials'), { as: 'presentation' }),
  ];
}

const withParts = (record: JsonObject, parts: readonly Json[]): JsonObject => withValue(record, [subject, 'verifiableCredential'], parts) as JsonObject;

/** What is no credential at all, or more than is looked at. */
export const NOTHINGS: readonly Exhibit[] = [
  exhibit('nothing: a number', 7, unreadable('a credential is a JSON object')),
  exhibit('nothing: a list', [], unreadable('a credential is a JSON object')),
  exhibit('nothing: too deep', { rawJson: `${'{"a":'.repeat(63)}{"a":{"a":{}}}${'}'.repeat(63)}` }, unreadable('levels')),
  exhibit('nothing: a number without end', { rawJson: '{"a":1e999}' }, unreadable()),
  exhibit('nothing: too much', { a: Array(10_001).fill(0) as Json }, unreadable('levels')),
];
