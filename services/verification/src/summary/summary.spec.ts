import { describe, expect, it } from '@jest/globals';
import { failed, inOrder, LANGUAGES, MessageCode, passed, type Check, type JsonObject } from '@laurel/credentials';
import { checkAchievement } from '../checks/check-achievement.js';
import { checkRecognition } from '../checks/check-recognition.js';
import { checkStatus } from '../checks/check-status.js';
import type { Knowledge } from '../copies/knowledge.js';
import { accreditation, achievement, attestation, credential, issuer, knowledge, NOW, provider, revoked, unsigned } from '../samples/first-aid.js';
import { summarise } from './summarise.js';
import { Summary, summaryIn } from './summary.js';

const genuine = passed('proof', 'signature-genuine');
const [ENGLISH, FRENCH = ENGLISH] = LANGUAGES;
const stranger = { id: 'did:key:z6Mkstranger', name: 'A Stranger' };
const nothing: Knowledge = { accreditations: [] };
const without = ({ credentialStatus: _, ...document }: JsonObject): JsonObject => document;

interface Situation {
  readonly known?: Knowledge;
  readonly inItself?: readonly Check[];
  readonly document?: JsonObject;
  /** What a stranger's status list says. */
  readonly status?: Check;
}
function summaryOf({ known = knowledge(), inItself = [genuine], document = unsigned(), status }: Situation): Summary {
  return summarise(document, known, inOrder([...inItself, status ?? checkStatus(document, known), checkRecognition(known, NOW), checkAchievement(document, known)]));
}
const sentences = (situation: Situation) => LANGUAGES.map((language) => summaryIn(language, summaryOf(situation)).sentence.replaceAll(/[\u00a0\u202f]/g, ' '));

const CLAIM = 'a person identified by a hashed e-mail address achieved “First aid” on 20 November 2026 (non-formal learning, EQF level 3, assessed by practical test)';
const ATTESTE = 'l’obtention, le 20 novembre 2026, de l’acquis « First aid » par une personne identifiée par l’empreinte d’une adresse e-mail (apprentissage non formel, niveau 3 du CEC, évaluation par épreuve pratique)';
const LIBRARY = 'City Library, recognised by the City of Haverford,';
const BIBLIO = 'City Library (organisme reconnu par the City of Haverford)';
const withdrawn = { ...accreditation, withdrawnAt: '2026-11-25T10:00:00.000Z' };
const suspended = { ...provider, status: 'suspended' as const, changedAt: '2026-11-24T10:00:00.000Z' };
const own: Knowledge = { ...nothing, issuer: knowledge().issuer, provider, attestation: { ...attestation, status: 'active' } };
const city: Knowledge = { ...nothing, issuer: { ...issuer, kind: 'city', name: 'Haverford' } };
const byList = failed('status', 'revoked', { change: { code: 'change-by-list', params: { issuer: stranger.name } } });
const record = (parts: number): JsonObject => ({
  type: ['VerifiableCredential', 'ClrCredential'], issuer: stranger.id,
  credentialSubject: { id: 'did:example:holder', type: ['ClrSubject'], achievement: [{ name: 'X' }], verifiableCredential: Array.from({ length: parts }, () => unsigned()) },
});

describe('the sentence of a credential', () => {
  it.each<[string, Situation, string, string]>([
    ['that stands', {}, `Genuine and still standing: ${LIBRARY} states that ${CLAIM}.`, `Authentique et toujours valable : ${BIBLIO} atteste ${ATTESTE}.`],
    ['that was revoked', { known: knowledge({ credential: revoked }) },
      `Revoked by City Library on 25 November 2026 (withdrawn by the provider): it no longer stands; ${LIBRARY} had stated that ${CLAIM}.`,
      `Révoquée par City Library le 25 novembre 2026 (retirée par l’organisme) : elle n’est plus valable ; ${BIBLIO} avait attesté ${ATTESTE}.`],
    ['that was revoked, and would be over', { known: knowledge({ credential: revoked }), inItself: [genuine, failed('dates', 'expired', { until: '2026-11-24T00:00:00Z' })] },
      `Revoked by City Library on 25 November 2026 (withdrawn by the provider): it no longer stands; ${LIBRARY} had stated that ${CLAIM}.`,
      `Révoquée par City Library le 25 novembre 2026 (retirée par l’organisme) : elle n’est plus valable ; ${BIBLIO} avait attesté ${ATTESTE}.`],
    ['that is suspended', { known: knowledge({ credential: { ...revoked, status: 'suspended', reason: undefined } }) },
      `Suspended by City Library on 25 November 2026: it does not stand at the moment; ${LIBRARY} had stated that ${CLAIM}.`,
      `Suspendue par City Library le 25 novembre 2026 : elle n’est pas valable pour le moment ; ${BIBLIO} avait attesté ${ATTESTE}.`],
    ['that was superseded', { known: knowledge({ credential: { ...revoked, status: 'superseded', reason: undefined } }) },
      `Superseded by City Library on 25 November 2026: a corrected one has taken its place; ${LIBRARY} had stated that ${CLAIM}.`,
      `Remplacée par City Library le 25 novembre 2026 : une version corrigée a pris sa place ; ${BIBLIO} avait attesté ${ATTESTE}.`],
    ['that expired', { inItself: [genuine, failed('dates', 'expired', { until: '2026-11-01T00:00:00Z' })] },
      `Expired on 1 November 2026; ${LIBRARY} had stated that ${CLAIM}.`, `Expirée le 1er novembre 2026 ; ${BIBLIO} avait attesté ${ATTESTE}.`],
    ['that has not begun', { inItself: [genuine, failed('dates', 'not-yet-valid', { from: '2026-12-01T08:30:00Z' })] },
      `Not valid before 1 December 2026 at 08:30 UTC; ${LIBRARY} states that ${CLAIM}.`, `Valable seulement à partir du 1er décembre 2026 à 08:30 UTC ; ${BIBLIO} atteste ${ATTESTE}.`],
    ['whose recognition ended', { known: knowledge({ accreditations: [withdrawn] }) },
      `Genuine and still standing: City Library, recognised by the City of Haverford when it was issued but no longer, states that ${CLAIM}.`,
      `Authentique et toujours valable : City Library (organisme reconnu par the City of Haverford lors de l’émission, mais plus aujourd’hui) atteste ${ATTESTE}.`],
    ['whose provider is suspended', { known: knowledge({ provider: suspended }) },
      `Genuine and still standing: City Library, recognised by the City of Haverford when it was issued but suspended since 24 November 2026, states that ${CLAIM}.`,
      `Authentique et toujours valable : City Library (organisme reconnu par the City of Haverford lors de l’émission, mais suspendu depuis le 24 novembre 2026) atteste ${ATTESTE}.`],
    ['that is not what was published', { known: knowledge({ achievement: { ...achievement, name: 'Second aid' } }) },
      `Not valid: its provider has published Second aid there; ${LIBRARY} states that ${CLAIM}.`, `Non valable : à cet endroit, l’organisme a publié Second aid ; ${BIBLIO} atteste ${ATTESTE}.`],
    ['of ours without a record', { known: { ...nothing, issuer: knowledge().issuer } },
      `Not confirmed, as it cannot be found out whether it still stands; City Library states that ${CLAIM}.`,
      `Non confirmée, car on ne peut pas savoir si elle est toujours valable ; City Library atteste ${ATTESTE}.`],
    ['that a provider worded itself', { known: own },
      `Only the word of its issuer: nothing that was recorded and decided stands behind it; City Library states that ${CLAIM}.`,
      `Simple parole de l’émetteur : rien qui ait été enregistré et décidé ne la soutient ; City Library atteste ${ATTESTE}.`],
    ['of a stranger', { known: nothing, document: without(unsigned(stranger)) },
      `Unrecognised issuer: nobody that Laurel knows recognises it; A Stranger states that ${CLAIM}.`,
      `Émetteur non reconnu : aucune instance connue de Laurel ne le reconnaît ; A Stranger atteste ${ATTESTE}.`],
    ['of a stranger that may be revoked', { known: nothing, document: unsigned(stranger) },
      `Unrecognised issuer, and not confirmed, as it cannot be found out whether it still stands; A Stranger states that ${CLAIM}.`,
      `Émetteur non reconnu et attestation non confirmée, car on ne peut pas savoir si elle est toujours valable ; A Stranger atteste ${ATTESTE}.`],
    ['of a stranger that stands by its list', { known: nothing, document: unsigned(stranger), status: passed('status', 'still-stands') },
      `Unrecognised issuer: nobody that Laurel knows recognises it; A Stranger states that ${CLAIM}.`,
      `Émetteur non reconnu : aucune instance connue de Laurel ne le reconnaît ; A Stranger atteste ${ATTESTE}.`],
    ['of a stranger that is revoked by its list', { known: nothing, document: unsigned(stranger), status: byList },
      `Unrecognised issuer, and revoked as A Stranger says in its status list: it no longer stands; A Stranger had stated that ${CLAIM}.`,
      `Émetteur non reconnu et attestation révoquée selon la liste de statuts de A Stranger : elle n’est plus valable ; A Stranger avait attesté ${ATTESTE}.`],
    ['that is a record', { known: nothing, document: record(2) },
      'Unrecognised issuer: nobody that Laurel knows recognises it; did:key:z6Mkstranger has put together a record of 2 credentials about the holder of did:example:holder.',
      'Émetteur non reconnu : aucune instance connue de Laurel ne le reconnaît ; did:key:z6Mkstranger a réuni 2 attestations dans un dossier concernant le titulaire de did:example:holder.'],
    ['that is a record of one', { known: nothing, document: record(1) },
      'Unrecognised issuer: nobody that Laurel knows recognises it; did:key:z6Mkstranger has put together a record of one credential about the holder of did:example:holder.',
      'Émetteur non reconnu : aucune instance connue de Laurel ne le reconnaît ; did:key:z6Mkstranger a réuni une attestation dans un dossier concernant le titulaire de did:example:holder.'],
    ['that is a record of the city', { known: city, document: record(2) },
      'Genuine: Haverford has compiled a record of 2 credentials about the holder of did:example:holder, each signed by its own issuer.',
      'Authentique : Haverford a constitué un dossier de 2 attestations concernant le titulaire de did:example:holder, chacune signée par son propre émetteur.'],
    ['that is a record of one, of the city', { known: city, document: record(1) },
      'Genuine: Haverford has compiled a record of one credential about the holder of did:example:holder, signed by its own issuer.',
      'Authentique : Haverford a constitué un dossier d’une attestation concernant le titulaire de did:example:holder, signée par son propre émetteur.'],
    ['that is no Open Badge', { known: nothing, document: { type: ['VerifiableCredential'], issuer: stranger.id, credentialSubject: { id: 'did:example:holder' } } },
      'Unrecognised issuer: nobody that Laurel knows recognises it; did:key:z6Mkstranger makes statements about the holder of did:example:holder.',
      'Émetteur non reconnu : aucune instance connue de Laurel ne le reconnaît ; did:key:z6Mkstranger fait des déclarations sur le titulaire de did:example:holder.'],
  ])('%s', (_, situation, english, french) => expect(sentences(situation)).toEqual([english, french]));

  const RELIED = 'nothing that it says can be relied on.';
  const FIER = 'on ne peut se fier à rien de ce qu’elle dit.';
  it.each<[string, Check[], string, string]>([
    ['nobody signed', [failed('proof', 'no-proof')], 'Not signed: anybody could have written it.', 'Non signée : n’importe qui a pu l’écrire.'],
    ['was altered', [failed('contexts', 'not-canonicalizable', { reason: 'x' }), failed('proof', 'invalid-signature')],
      `Not genuine: the signature does not fit the content, so something was changed or another key signed; ${RELIED}`,
      `Non authentique : la signature ne correspond pas au contenu, donc quelque chose a été modifié ou une autre clé a signé ; ${FIER}`],
    ['somebody else signed', [genuine, failed('issuer-binding', 'not-the-issuers-key', { issuer: stranger.id })],
      `Not genuine: it was not signed by the issuer that it names; ${RELIED}`, `Non authentique : elle n’a pas été signée par l’émetteur qu’elle nomme ; ${FIER}`],
    ['a key signed that had ended', [failed('proof', 'key-revoked', { ended: '2026-01-01' })],
      `Not genuine: the key that signed it had ended; ${RELIED}`, `Non authentique : la clé qui l’a signée avait pris fin ; ${FIER}`],
    ['has a proof for something else', [failed('proof', 'wrong-proof-purpose', { found: 'x', wanted: 'assertionMethod' })],
      `Not genuine: what secures it is not in order; ${RELIED}`, `Non authentique : ce qui la sécurise n’est pas en règle ; ${FIER}`],
    ['is malformed', [failed('structure', 'invalid-structure', { reason: 'x' }), failed('proof', 'unreadable')],
      `Not valid: it is not written as a credential has to be; ${RELIED}`, `Non valable : elle n’est pas écrite comme une attestation doit l’être ; ${FIER}`],
    ['has terms of its own', [failed('contexts', 'unknown-context', { url: 'https://x.example' }), failed('proof', 'unreadable')],
      'Not checkable here: it uses terms that Laurel does not know, and could mean something else than it seems to.',
      'Non vérifiable ici : elle emploie des termes que Laurel ne connaît pas et pourrait dire autre chose que ce qu’il semble.'],
    ['is secured otherwise', [failed('proof', 'unsupported-cryptosuite', { suite: 'bbs-2023' })], 'Not checkable here: it is secured in a way that Laurel does not read.', 'Non vérifiable ici : elle est sécurisée d’une manière que Laurel ne lit pas.'],
    ['has keys that are not to be had', [failed('proof', 'did-unavailable', { did: 'did:web:x', reason: 'x' })],
      'Not confirmed: the keys of its issuer cannot be had at the moment, so whether it is genuine is not known.',
      'Non confirmée : les clés de son émetteur ne peuvent pas être obtenues pour le moment, si bien qu’on ne sait pas si elle est authentique.'],
  ])('that %s tells only that', (_, inItself, english, french) => {
    expect(sentences({ inItself, known: knowledge({ credential: revoked }) })).toEqual([english, french]);
    const { messages, sentence, ...rest } = summaryOf({ inItself, known: knowledge({ credential: revoked }) });
    expect({ rest, sentence, messages: Object.keys(messages) }).toEqual({ rest: { status: 'unknown' }, sentence: english, messages: ['sentence'] });
  });

  it('repeats nothing that is not proven, whatever failed', () => {
    const params = new Proxy({}, { get: () => 'UNPROVEN' });
    const document = JSON.parse(JSON.stringify(unsigned()), (_, value: unknown) => (typeof value === 'string' ? `UNPROVEN ${value}` : value)) as JsonObject;
    for (const check of ['structure', 'contexts', 'proof', 'issuer-binding'] as const)
      for (const code of MessageCode.options) {
        const summary = summaryOf({ document, inItself: [failed(check, code, params)] });
        expect(JSON.stringify(LANGUAGES.map((language) => summaryIn(language, summary)))).not.toContain('UNPROVEN');
      }
  });
});

describe('the summary of a credential', () => {
  const achieved = unsigned();
  const detailed: JsonObject = {
    ...achieved,
    validUntil: '2028-11-24T09:00:00Z',
    evidence: [
      { id: 'https://library.example/a\u202eb', type: ['Evidence'], name: 'Bandage\n applied', genre: 'Film' }, { id: 'urn:uuid:1', type: ['Evidence'], narrative: 'Seen.' }, { id: 'javascript:alert(1)', type: ['Evidence'] }, 7,
    ],
    credentialSubject: {
      ...(achieved.credentialSubject as JsonObject), creditsEarned: 2,
      achievement: {
        ...((achieved.credentialSubject as JsonObject).achievement as JsonObject),
        resultDescription: [{ id: 'urn:d1', type: ['ResultDescription'], name: 'Grade', resultType: 'LetterGrade' }, { id: 'urn:d2', type: ['ResultDescription'], name: 'Hours of learning', resultType: 'ext:LearningHours' }],
      },
      result: [{ type: ['Result'], resultDescription: 'urn:d1', value: 'A', status: 'Completed' }, { type: ['Result'], resultDescription: 'urn:d2', value: '12.5' }],
    },
  };

  it('that stands says everything', () => {
    expect(summaryOf({ document: detailed })).toMatchObject({
      issuer: 'City Library', recognisedBy: 'the City of Haverford', recognisedFor: 'non-formal learning, up to EQF level 4', trust: 'accredited',
      learner: 'a person identified by a hashed e-mail address', achievement: 'First aid', formOfLearning: 'non-formal', level: 3, assessedHow: 'practical-test',
      evidence: [{ name: 'Bandage applied', url: 'https://library.example/a%E2%80%AEb', genre: 'Film' }, { description: 'Seen.' }],
      results: [{ name: 'Grade', value: 'A', status: 'Completed' }], hours: 12.5, credits: 2, awardedOn: '2026-11-20', validUntil: '2028-11-24T09:00:00Z', status: 'active',
      sentence: expect.stringMatching(/assessed by practical test, with 2 pieces of evidence, valid until 24 November 2028\)\.$/),
    });
    expect(Object.keys(summaryOf({ document: detailed }))).toEqual(expect.not.arrayContaining(['warnings', 'changedBy', 'changedAt', 'reason']));
  });

  it('is of the form that it is said to be, in every situation', () => {
    for (const situation of [{}, { document: detailed }, { known: knowledge({ credential: revoked }) }, { known: nothing }, { inItself: [failed('proof', 'no-proof')] }]) expect(Summary.parse(summaryOf(situation))).toEqual(summaryOf(situation));
  });

  it('that was revoked says by whom, when and why', () => {
    const summary = summaryOf({ known: knowledge({ credential: revoked }) });
    expect(summary).toMatchObject({ status: 'revoked', changedBy: 'City Library', changedAt: '2026-11-25T08:00:00.000Z', reason: 'withdrawn by the provider' });
    expect(summaryIn(FRENCH, summary)).toMatchObject({ reason: 'retirée par l’organisme', recognisedFor: 'apprentissage non formel, jusqu’au niveau 4 du CEC' });
    expect(summaryIn(ENGLISH, summaryIn(FRENCH, summary))).toEqual(summary);
  });

  it.each<[string, Situation, string[], string[]]>([
    ['of nobody recognised', { known: nothing, document: without(unsigned(stranger)) }, ['issuer-not-recognised'], ['aucune instance connue de Laurel ne reconnaît l’émetteur : on n’a que sa propre parole']],
    ['of a provider that is suspended', { known: knowledge({ provider: suspended }) }, ['provider-suspended'], ['organisme reconnu par the City of Haverford lors de l’émission ; City Library est suspendu depuis le 24 novembre 2026']],
    ['of a recognition that ended', { known: knowledge({ accreditations: [withdrawn] }) }, ['recognition-ended'], ['organisme reconnu par the City of Haverford lors de l’émission, mais plus aujourd’hui : l’agrément a été retiré le 25 novembre 2026']],
    ['in a provider’s own words', { known: own }, ['not-an-outcome'], ['City Library est un organisme connu, mais l’affirme avec ses propres mots : rien qui ait été enregistré et décidé ne le soutient']],
  ])('%s warns', (_, situation, codes, french) => {
    const summary = summaryOf(situation);
    expect(summary.warnings?.map(({ code }) => code)).toEqual(codes);
    expect(summaryIn(FRENCH, summary).warnings?.map(({ detail }) => detail.replaceAll(/[\u00a0\u202f]/g, ' '))).toEqual(french);
    expect(summary.trust).toBe(situation.known?.credential ? credential.trust : 'self-asserted');
  });

  it.each<[string, JsonObject | readonly JsonObject[], string]>([
    ['an identifier', { type: ['IdentityObject'], hashed: false, identityType: 'studentId', identityHash: '4711' }, 'the person with the studentId 4711'],
    ['an e-mail address', [{ type: ['IdentityObject'], hashed: false, identityType: 'emailAddress', identityHash: 'a@b.example' }], 'the person with the e-mail address a@b.example'],
    ['the hash of something', { type: ['IdentityObject'], hashed: true, identityType: 'studentId', identityHash: 'sha256$1' }, 'a person identified by a hash (of: studentId)'],
    ['nothing', [], 'somebody whom it does not name'],
  ])('reads how a stranger names the learner, by %s', (_, identifier, learner) => {
    const document = { ...unsigned(stranger), credentialSubject: { type: ['AchievementSubject'], identifier, achievement: { name: 'X' } } } as JsonObject;
    expect(summaryOf({ known: nothing, document }).learner).toBe(learner);
  });

  it('tells a stranger’s status as its list does', () => {
    const told = (status: Check) => summaryOf({ known: nothing, document: unsigned(stranger), status }).status;
    expect([byList, passed('status', 'still-stands'), failed('status', 'status-unavailable', { reason: 'x' })].map(told)).toEqual(['revoked', 'active', 'unknown']);
  });

  it('takes a name in several languages by the first of them', () => {
    const name = [{ '@value': 'Bibliothèque', '@language': 'fr' }, { '@value': 'Library', '@language': 'en' }];
    expect(summaryOf({ known: nothing, document: { ...unsigned(stranger), issuer: { id: stranger.id, type: ['Profile'], name } } }).issuer).toBe('Bibliothèque');
  });

  it('keeps what strangers wrote on one line and short', () => {
    const { issuer = '', sentence } = summaryOf({ known: nothing, document: unsigned({ ...stranger, name: `Evil\n\u202e${'x'.repeat(500)}` }) });
    expect(issuer).toMatch(/^Evil x{180,200}$/);
    expect(sentence).toContain(issuer);
    expect(sentence).toMatch(/^[^\n\u202e]+$/u);
  });
});
