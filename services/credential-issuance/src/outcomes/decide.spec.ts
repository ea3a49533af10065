import { describe, expect, test } from '@jest/globals';
import type { Accreditation, Achievement, Provider, RecordedOutcome, RefusalCode } from '@laurel/events';
import type { Facts } from '../facts/facts.js';
import { decide, mayChange } from './decide.js';

const id = (last: number) => `0193609a-0000-7000-8000-${String(last).padStart(12, '0')}`;
const [LIBRARY, SCHOOL, FIRST_AID] = [id(1), id(2), id(3)];

const provider = (more: Partial<Provider> = {}): Provider => ({ id: LIBRARY, name: 'Public library', setting: 'library', status: 'approved', changedAt: '2026-01-01T00:00:00.000Z', ...more });
const achievement = (more: Partial<Achievement> = {}): Achievement => ({
  id: FIRST_AID, version: 1, providerId: LIBRARY, name: 'First aid', description: 'Provides first aid.', criteria: { narrative: 'Shown in practice.' },
  achievementType: 'Course', formOfLearning: 'non-formal', setting: 'library', level: 3, fields: ['0913'], publishedAt: '2026-02-01T00:00:00.000Z', ...more,
});
const accreditation = (more: Partial<Accreditation> = {}): Accreditation => (
  { id: id(10), providerId: LIBRARY, accreditor: { name: 'City' }, scope: { formsOfLearning: ['non-formal'], fields: ['09'], maxLevel: 4 }, validFrom: '2026-01-01', validUntil: '2026-12-31', ...more });
const outcome = (more: Partial<RecordedOutcome> = {}): RecordedOutcome => ({
  outcomeId: id(20), attempt: 1, providerId: LIBRARY, learnerId: id(30), subjectId: `urn:uuid:${id(31)}`, externalId: 'A-1', achievementId: FIRST_AID,
  achievedOn: '2026-06-01', recordedAt: '2026-06-02T09:00:00.000Z', ...more,
});
const facts = (more: Partial<Facts> = {}): Facts => ({ provider: provider(), versions: [achievement()], accreditations: [accreditation()], ...more });

describe('given an approved provider with an accreditation that covers the achievement', () => {
  test('when an outcome is decided, then it is issued under that accreditation', () => {
    expect(decide(outcome(), facts())).toEqual({ kind: 'issue', achievement: achievement(), accreditation: accreditation() });
  });

  test.each(['2026-01-01', '2026-12-31'])('when it was achieved on %s, then the day counts as covered', (achievedOn) => {
    expect(decide(outcome({ achievedOn }), facts()).kind).toBe('issue');
  });

  test('when a later accreditation lacks an end, then it covers what the first no longer does', () => {
    const open = accreditation({ id: id(11), validFrom: '2027-01-01', validUntil: undefined });
    expect(decide(outcome({ achievedOn: '2030-01-01' }), facts({ accreditations: [accreditation(), open] }))).toMatchObject({ accreditation: { id: id(11) } });
  });
});

describe('given several versions of the achievement', () => {
  const versions = [achievement(), achievement({ version: 2, publishedAt: '2026-05-01T00:00:00.000Z' }), achievement({ version: 3, publishedAt: '2026-07-01T00:00:00.000Z' })];

  test.each([['2026-04-30T23:59:59.999Z', 1], ['2026-05-01T00:00:00.000Z', 2], ['2026-08-01T00:00:00.000Z', 3], ['2026-01-01T00:00:00.000Z', 1]])(
    'when the outcome was recorded at %s, then version %i counts', (recordedAt, version) => {
      expect(decide(outcome({ recordedAt }), facts({ versions }))).toMatchObject({ kind: 'issue', achievement: { version } });
    });
});

describe('given something that stands in the way', () => {
  const cases: readonly [string, RefusalCode, Partial<Facts>, RegExp][] = [
    ['the provider is not known', 'provider-not-approved', { provider: undefined }, /not known.*approve.*resubmission/],
    ['the provider only applied', 'provider-not-approved', { provider: provider({ status: 'applied' }) }, /is applied/],
    ['the provider was refused', 'provider-not-approved', { provider: provider({ status: 'refused' }) }, /is refused/],
    ['the provider is suspended', 'provider-suspended', { provider: provider({ status: 'suspended' }) }, /suspended.*reinstated.*resubmission/],
    ['the achievement is not known', 'unknown-achievement', { versions: [] }, new RegExp(`${FIRST_AID}.*POST /v1/achievements`)],
    ['the achievement is another provider\'s', 'foreign-achievement', { versions: [achievement({ providerId: SCHOOL })] }, /another provider's.*new externalId/],
    ['there is no accreditation', 'not-accredited', { accreditations: [] }, /"First aid".*GET \/v1\/providers/],
    ['the accreditation was withdrawn', 'not-accredited', { accreditations: [accreditation({ withdrawnAt: '2026-06-01T00:00:00.000Z' })] }, /No accreditation that stands/],
    ['the accreditation is for another form', 'not-accredited', { accreditations: [accreditation({ scope: { formsOfLearning: ['formal'] } })] }, /covers/],
    ['the accreditation is for another field', 'not-accredited', { accreditations: [accreditation({ scope: { fields: ['07', '091'] } })], versions: [achievement({ fields: ['0913', '1014'] })] }, /covers/],
    ['the accreditation is for lower levels', 'not-accredited', { accreditations: [accreditation({ scope: { maxLevel: 2 } })] }, /covers/],
    ['the accreditation ended before', 'accreditation-lapsed', { accreditations: [accreditation({ validUntil: '2026-05-31' })] }, /2026-06-01: 2026-01-01 to 2026-05-31/],
    ['the accreditation began after', 'accreditation-lapsed', { accreditations: [accreditation({ validFrom: '2026-06-02', validUntil: undefined })] }, /from 2026-06-02/],
  ];

  test.each(cases)('when %s, then it is refused as %s, and told what to do', (_, code, more, detail) => {
    const verdict = decide(outcome(), facts(more));
    expect(verdict).toMatchObject({ kind: 'refuse', code });
    expect(verdict.kind === 'refuse' && verdict.detail).toMatch(detail);
  });

  test('then only a foreign achievement is refused without asking whether a fact is on its way', () => {
    const codes = [...new Set(cases.map(([, code]) => code))];
    expect(codes.filter((code) => !mayChange(code))).toEqual(['foreign-achievement']);
  });
});
