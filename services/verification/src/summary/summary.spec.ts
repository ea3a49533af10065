import { describe, expect, it } from '@jest/globals';
import { failed, passed, type Check } from '@laurel/credentials';
import { checkAchievement } from '../checks/check-achievement.js';
import { checkRecognition } from '../checks/check-recognition.js';
import { checkStatus } from '../checks/check-status.js';
import type { Knowledge } from '../copies/knowledge.js';
import { accreditation, achievement, knowledge, NOW, revoked, unsigned } from '../samples/first-aid.js';
import { summarise } from './summary.js';

const genuine = passed('proof', 'signature-genuine');
const summaryOf = (known: Knowledge, inItself: readonly Check[] = [genuine], document = unsigned()) =>
  summarise(document, known, [...inItself, checkStatus(document, known), checkRecognition(known, NOW), checkAchievement(document, known)]);

const CLAIM = 'a person whose e-mail address it names as a hash achieved “First aid” on 20 November 2026 (non-formal learning, EQF level 3, assessed by practical test)';
const stranger = { id: 'did:key:z6Mkstranger', name: 'A Stranger' };

describe('the summary of a credential', () => {
  it('that stands says everything in words', () => {
    expect(summaryOf(knowledge())).toEqual({
      issuer: 'City Library', recognisedBy: 'the City of Haverford', trust: 'accredited', learner: 'a person whose e-mail address it names as a hash', achievement: 'First aid',
      formOfLearning: 'non-formal', level: 3, assessedHow: 'practical-test', awardedOn: '2026-11-20', status: 'active',
      sentence: `Genuine and still standing: City Library, recognised by the City of Haverford, states that ${CLAIM}.`,
    });
  });

  it('that was revoked says so first, by whom and when', () => {
    expect(summaryOf(knowledge({ credential: revoked }))).toMatchObject({
      status: 'revoked',
      sentence: `Revoked by City Library on 25 November 2026 (withdrawn by the provider): it no longer stands; City Library, recognised by the City of Haverford, had stated that ${CLAIM}.`,
    });
  });

  it.each([
    ['suspended', /^Suspended by City Library on 25 November 2026 .*it does not stand at the moment; /],
    ['superseded', /^Superseded by City Library on 25 November 2026 .*a corrected one has taken its place; /],
  ] as const)('that was %s says so first', (status, sentence) => {
    const summary = summaryOf(knowledge({ credential: { ...revoked, status } }));
    expect(summary.status).toBe(status);
    expect(summary.sentence).toMatch(sentence);
  });

  it('that expired says when', () => {
    expect(summaryOf(knowledge(), [genuine, failed('dates', 'expired', { until: '2026-11-24T00:00:00Z' })])).toMatchObject({ status: 'expired', sentence: expect.stringMatching(/^Expired: it expired on 2026-11-24T00:00:00Z; City Library/) });
  });

  it('that was altered repeats nothing of it', () => {
    const altered = summaryOf(knowledge({ credential: revoked }), [failed('proof', 'invalid-signature')]);
    expect(altered).toEqual({ status: 'unknown', sentence: 'Not genuine: the signature does not fit the content: something was changed, or another key signed; nothing that it says can be relied on.' });
  });

  it('that nobody signed says just that', () => {
    expect(summaryOf(knowledge(), [failed('proof', 'no-proof')]).sentence).toBe('Not signed: anybody could have written it.');
  });

  it('of an issuer that nobody recognises begins with that', () => {
    const { credentialStatus: _, ...document } = unsigned(stranger);
    expect(summaryOf({ accreditations: [] }, [genuine], document)).toMatchObject({
      issuer: 'A Stranger', trust: 'self-asserted', status: 'unknown',
      sentence: `Unrecognised issuer: nobody that Laurel knows recognises it; A Stranger states that ${CLAIM}.`,
    });
    expect(summaryOf({ accreditations: [] }, [genuine], unsigned(stranger)).sentence).toMatch(/^Unrecognised issuer, and not confirmed: whether it still stands cannot be found out: .*; A Stranger had stated that/);
  });

  it('whose recognition ended stands, and still says who recognised it', () => {
    const summary = summaryOf(knowledge({ accreditations: [{ ...accreditation, withdrawnAt: '2026-11-25T10:00:00.000Z' }] }));
    expect(summary.sentence).toMatch(/^Genuine and still standing: City Library, recognised by the City of Haverford when it was issued but no longer, states/);
  });

  it('that contradicts what was published is not valid', () => {
    expect(summaryOf(knowledge({ achievement: { ...achievement, name: 'Second aid' } })).sentence).toMatch(/^Not valid: its provider has published Second aid there; /);
  });

  it('keeps what strangers wrote on one line and short', () => {
    const { credentialStatus: _, ...document } = unsigned({ ...stranger, name: `Evil\n\u202e${'x'.repeat(500)}` });
    const { issuer = '' } = summaryOf({ accreditations: [] }, [genuine], document);
    expect(issuer).toMatch(/^Evil x+$/);
    expect(issuer.length).toBeLessThanOrEqual(200);
  });

  it('that is no Open Badge says who signed it', () => {
    const document = { type: ['VerifiableCredential'], issuer: stranger.id, credentialSubject: { id: 'did:example:holder' } };
    expect(summaryOf({ accreditations: [] }, [genuine], document)).toEqual({
      issuer: 'did:key:z6Mkstranger', trust: 'self-asserted', learner: 'the holder of did:example:holder', status: 'unknown',
      sentence: 'Unrecognised issuer: nobody that Laurel knows recognises it; did:key:z6Mkstranger states what stands in it of the holder of did:example:holder.',
    });
  });

  it('reads how a stranger names the learner', () => {
    const named = { type: ['IdentityObject'], hashed: false, identityType: 'studentId', identityHash: '4711' };
    const document = { ...unsigned(stranger), credentialSubject: { type: ['AchievementSubject'], identifier: named, achievement: { name: 'X' } } };
    expect(summaryOf({ accreditations: [] }, [genuine], document).learner).toBe('the person with the studentId 4711');
  });

  it('of ours that we have no record of is not confirmed', () => {
    expect(summaryOf(knowledge({ credential: undefined, provider: undefined, achievement: undefined, accreditations: [] })).sentence).toMatch(/^Not confirmed: whether it still stands cannot be found out: its issuer is known here, but has no credential of this id; City Library/);
  });
});
