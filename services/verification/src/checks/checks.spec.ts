import { describe, expect, it } from '@jest/globals';
import { isComplete } from '../copies/knowledge.js';
import { accreditation, achievement, credential, issuer, knowledge, NOW, provider, revoked, unsigned } from '../samples/first-aid.js';
import { checkAchievement } from './check-achievement.js';
import { checkRecognition } from './check-recognition.js';
import { checkStatus } from './check-status.js';

const nothing = { accreditations: [] };

describe('status', () => {
  it('of our own is what its events say', () => {
    expect(checkStatus(unsigned(), knowledge())).toMatchObject({ result: 'passed' });
    expect(checkStatus(unsigned(), knowledge({ credential: revoked }))).toMatchObject({ result: 'failed', code: 'revoked', detail: 'revoked by City Library on 25 November 2026 (withdrawn by the provider)' });
    expect(checkStatus(unsigned(), knowledge({ credential: { ...credential, status: 'suspended' } }))).toMatchObject({ result: 'failed', code: 'suspended' });
  });

  it('of ours that we never issued is not taken for fine', () => {
    expect(checkStatus(unsigned(), knowledge({ credential: undefined }))).toMatchObject({ result: 'failed', code: 'status-unavailable' });
  });

  it('of others cannot be known, if there is any', () => {
    expect(checkStatus(unsigned(), nothing)).toMatchObject({ result: 'failed', code: 'status-unavailable', pointer: '/credentialStatus' });
    const { credentialStatus: _, ...without } = unsigned();
    expect(checkStatus(without, nothing)).toMatchObject({ result: 'skipped' });
  });
});

describe('recognition', () => {
  const recognise = (change: Parameters<typeof knowledge>[0] = {}) => checkRecognition(knowledge(change), NOW);
  it('passes for the city itself, which compiles records', () => {
    const city = { issuer: { ...issuer, kind: 'city' as const }, credential: undefined, provider: undefined, accreditations: [] };
    expect(recognise(city)).toMatchObject({ result: 'passed', code: 'compiles-records' });
    expect([isComplete(knowledge(city)), isComplete(knowledge({ ...city, issuer }))]).toEqual([true, false]);
  });

  const ended = { ...accreditation, id: '0193609a-0000-7000-8000-000000000009' };

  it('passes where the accreditation stands', () => {
    expect(recognise()).toMatchObject({ result: 'passed', detail: 'recognised by the City of Haverford when it was issued, and now' });
  });

  it.each([
    ['withdrawn', { withdrawnAt: '2026-11-25T10:00:00.000Z' }, 'was withdrawn on 25 November 2026'],
    ['over', { validUntil: '2026-11-24' }, 'the accreditation ended on 24 November 2026'],
  ])('warns where the accreditation is %s: the credential stands, but the reader is told', (_, change, why) => {
    const check = recognise({ accreditations: [{ ...accreditation, ...change }] });
    expect(check).toMatchObject({ result: 'warned', code: 'recognition-ended' });
    expect(check.detail).toContain(why);
  });

  it('counts the last day of an accreditation', () => {
    expect(recognise({ accreditations: [{ ...accreditation, validUntil: '2026-11-25' }] })).toMatchObject({ result: 'passed' });
  });

  it('passes where another accreditation has taken its place, if that covers the achievement', () => {
    const withdrawn = { ...accreditation, withdrawnAt: '2026-11-25T10:00:00.000Z' };
    expect(recognise({ accreditations: [withdrawn, ended] })).toMatchObject({ result: 'passed' });
    expect(recognise({ accreditations: [withdrawn, { ...ended, scope: { maxLevel: 2 } }] })).toMatchObject({ result: 'warned', code: 'recognition-ended' });
  });

  it('warns where the provider is suspended', () => {
    expect(recognise({ provider: { ...provider, status: 'suspended' } })).toMatchObject({ result: 'warned', code: 'provider-suspended' });
  });

  it('warns of an issuer that nobody recognises', () => {
    expect(checkRecognition(nothing, NOW)).toMatchObject({ result: 'warned', code: 'issuer-not-recognised' });
  });
});

describe('achievement', () => {
  it('is as it was published', () => {
    expect(checkAchievement(unsigned(), knowledge())).toMatchObject({ result: 'passed', detail: 'as its provider has published it, version 2' });
  });

  it.each([
    ['name', { name: 'Second aid' }], ['version', { version: 3 }], ['id', { id: '0193609a-0000-7000-8000-00000000000f' }],
    ['alignment', { level: 4 as const }], ['alignment', { formOfLearning: 'formal' as const }],
  ])('differs in its %s', (member, change) => {
    expect(checkAchievement(unsigned(), knowledge({ achievement: { ...achievement, ...change } }))).toMatchObject({
      result: 'failed', code: 'achievement-differs', pointer: `/credentialSubject/achievement/${member}`,
    });
  });

  it('is not judged where it is not ours', () => {
    expect(checkAchievement(unsigned(), nothing)).toMatchObject({ result: 'skipped' });
    expect(checkAchievement({ ...unsigned(), type: ['VerifiableCredential'] }, knowledge())).toMatchObject({ result: 'skipped' });
  });
});
