import { describe, expect, it } from '@jest/globals';
import { type Check, failed, inOrder, isVerified, type JsonObject, LANGUAGES, passed } from '@laurel/credentials';
import { checkAchievement } from '../checks/check-achievement.js';
import { checkRecognition } from '../checks/check-recognition.js';
import { checkStatus } from '../checks/check-status.js';
import type { Knowledge } from '../copies/knowledge.js';
import { issuer, knowledge, NOW, revoked, unsigned } from '../samples/first-aid.js';
import { summarise } from '../summary/summarise.js';
import { summaryIn } from '../summary/summary.js';
import { Verification } from '../verifications/verification.js';
import { checkParts } from './check-parts.js';
import type { ExaminedPart } from './part-shares.js';

const genuine = passed('proof', 'signature-genuine');
const nobody: Knowledge = { accreditations: [] };
const city: Knowledge = { ...nobody, issuer: { ...issuer, kind: 'city', name: 'Haverford' } };
const { credentialStatus: _, ...strangers } = unsigned({ id: 'did:key:z6Mkstranger', name: 'A Stranger' });
const learner = String((strangers.credentialSubject as JsonObject).id);
const record: JsonObject = { type: ['VerifiableCredential', 'ClrCredential'], issuer: issuer.id, credentialSubject: { id: learner, type: ['ClrSubject'], verifiableCredential: [{}, {}, {}] } };

function verified(document: JsonObject, known: Knowledge, inItself: readonly Check[]): Verification {
  const checks = inOrder([...inItself, checkStatus(document, known), checkRecognition(known, NOW), checkAchievement(document, known)]);
  return { verified: isVerified(checks), checks, summary: summarise(document, known, checks) };
}
const part = (known: Knowledge, inItself: readonly Check[] = [genuine], document = unsigned()): ExaminedPart => ({ pointer: '/p', document, verification: verified(document, known, inItself) });

const good = part(knowledge());
const fallen = part(knowledge({ credential: revoked }));
const over = part(knowledge(), [genuine, failed('dates', 'expired', { until: '2026-11-01T00:00:00Z' })]);
const forged = part(knowledge(), [failed('proof', 'invalid-signature')]);
const unconfirmed = part({ ...nobody, issuer });
const strange = part(nobody, [genuine], strangers);
const noCredential: ExaminedPart = { pointer: '/p', problem: { type: 'x', title: 'x', status: 422, detail: 'x', code: 'not-a-credential', requestId: 'x' } };
const ofAnother = part(knowledge(), [genuine], { ...unsigned(), credentialSubject: { ...(unsigned().credentialSubject as JsonObject), id: 'urn:uuid:other' } });

/** The sentence of a record with these parts, in English and French. */
function sentences(parts: readonly ExaminedPart[], known = city, inItself: readonly Check[] = [genuine]): string[] {
  const { summary } = verified(record, known, [...inItself, checkParts(record, parts)]);
  return LANGUAGES.map((language) => summaryIn(language, summary).sentence.replaceAll(/[\u00a0\u202f]/g, ' '));
}
const REVOKED = '“First aid”, revoked by City Library on 25 November 2026 (withdrawn by the provider)';
const REVOQUEE = '« First aid », révoquée par City Library le 25 novembre 2026 (retirée par l’organisme)';
const HAVERFORD = `Haverford has compiled a record of 3 credentials about the holder of ${learner}, each signed by its own issuer`;
const PUT_TOGETHER = `Haverford has put together a record of 3 credentials about the holder of ${learner}`;
const DOSSIER = `Haverford a constitué un dossier de 3 attestations concernant le titulaire de ${learner}, chacune signée par son propre émetteur`;
const REUNI = `Haverford a réuni 3 attestations dans un dossier concernant le titulaire de ${learner}`;

describe('the parts of a record', () => {
  it.each<[string, readonly ExaminedPart[] | undefined, object]>([
    ['that are all good', [good, good], { result: 'passed', code: 'parts-stand', params: { count: 2 } }],
    ['that are none', [], { result: 'skipped', code: 'no-parts' }],
    ['that nobody looked into', undefined, { result: 'failed', code: 'too-deep-for-parts' }],
    ['of which one was revoked', [good, { ...fallen, pointer: '/q' }], { result: 'failed', code: 'part-failed', pointer: '/q', params: { standing: 1 }, detail: `of the credentials in it, 1 no longer stands: ${REVOKED}` }],
    ['of which one is forged', [forged, good], { result: 'failed', code: 'part-failed', pointer: '/p', detail: 'of the credentials in it, 1 is not known to be genuine: number 1' }],
    ['of which one is no credential', [good, noCredential], { result: 'failed', code: 'part-failed', detail: 'of the credentials in it, 1 is not known to be genuine: number 2' }],
    ['of which one cannot be confirmed', [unconfirmed], { result: 'failed', params: { standing: 0 }, detail: 'of the credentials in it, 1 is not in order: “First aid”, not confirmed, as it cannot be found out whether it still stands' }],
    ['of which one is a stranger’s', [good, strange], { result: 'warned', code: 'part-in-doubt', detail: 'of the credentials in it, 1 rests on the word of its issuer alone: “First aid”' }],
    ['of which one is about another', [good, ofAnother], { result: 'warned', code: 'part-in-doubt', detail: 'of the credentials in it, 1 names the learner otherwise: “First aid”' }],
    ['of which many were revoked', Array.from({ length: 40 }, () => fallen), { result: 'failed', detail: expect.stringMatching(/^of the credentials in it, 40 no longer stand: (“First aid”, revoked [^“]*){5}35 more$/) }],
  ])('%s', (_, parts, expected) => expect(checkParts(record, parts)).toMatchObject({ check: 'parts', ...expected }));

  it('whose issuers know the learner by no id are not said to name another', () => {
    const { id: _id, ...subject } = unsigned().credentialSubject as JsonObject;
    expect(checkParts(record, [part(knowledge(), [genuine], { ...unsigned(), credentialSubject: subject })])).toMatchObject({ result: 'passed' });
    expect(checkParts({ ...record, credentialSubject: {} }, [good])).toMatchObject({ result: 'passed' });
  });
});

describe('the sentence of a record', () => {
  it.each<[string, readonly ExaminedPart[], string, string]>([
    ['that holds', [good, good, good], `Genuine: ${HAVERFORD}.`, `Authentique : ${DOSSIER}.`],
    ['with a revoked part', [good, fallen, good], `Not everything in it stands; ${HAVERFORD}, of which 1 no longer stands: ${REVOKED}.`, `Valable en partie seulement ; ${DOSSIER}, dont 1 n’est plus valable : ${REVOQUEE}.`],
    ['with a forged part', [good, forged, good], `Not everything in it stands; ${PUT_TOGETHER}, of which 1 is not known to be genuine: number 2.`, `Valable en partie seulement ; ${REUNI}, dont 1 n’est pas reconnue authentique : la n° 2.`],
    ['with a stranger’s part', [good, strange, good], `Genuine: ${HAVERFORD}, of which 1 rests on the word of its issuer alone: “First aid”.`, `Authentique : ${DOSSIER}, dont 1 ne repose que sur la parole de son émetteur : « First aid ».`],
    ['of which nothing is left', [forged, fallen, over],
      `Nothing in it stands; ${PUT_TOGETHER}, of which 1 is not known to be genuine: number 1; 2 no longer stand: ${REVOKED} and “First aid”, expired on 1 November 2026.`,
      `Sans rien de valable ; ${REUNI}, dont 1 n’est pas reconnue authentique : la n° 1 ; 2 ne sont plus valables : ${REVOQUEE} et « First aid », expirée le 1er novembre 2026.`],
  ])('%s', (_, parts, english, french) => expect(sentences(parts)).toEqual([english, french]));

  it('of a stranger tells first whose it is, and then what is in it', () => {
    expect(sentences([fallen, good, strange], nobody)).toEqual([
      expect.stringMatching(/^Unrecognised issuer, and not everything in it stands; .* of which 1 no longer stands: “First aid”, revoked by .*\); 1 rests on the word of its issuer alone: “First aid”\.$/),
      expect.stringMatching(/^Émetteur non reconnu et attestation valable en partie seulement ; .* dont 1 n’est plus valable : « First aid », révoquée par/),
    ]);
  });

  it('that is over itself tells that first', () => {
    expect(sentences([fallen, good, good], city, [genuine, failed('dates', 'expired', { until: '2026-11-01T00:00:00Z' })])[0]).toMatch(/^Expired on 1 November 2026; Haverford has compiled .* of which 1 no longer stands/);
  });

  it('that is not genuine tells nothing of its parts', () => {
    expect(sentences([fallen, good, good], city, [failed('proof', 'invalid-signature')])[0]).toMatch(/^Not genuine: [^“]*$/);
  });
});

it('an answer is of the form that it is said to be', () => {
  const whole = { ...verified(record, city, [genuine, checkParts(record, [good, noCredential])]), parts: [good, noCredential].map(({ document: _document, ...held }) => held) };
  expect(Verification.parse(whole)).toEqual(whole);
});
