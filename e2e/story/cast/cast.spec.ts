import { describe, expect, it } from '@jest/globals';
import { covers } from '@laurel/events';
import { percentile } from '../figures.js';
import { ACHIEVEMENTS } from './achievements.js';
import { castOutcomes, roleOf } from './outcomes.js';
import { CAST } from './providers.js';

/** ISCED-F 2013 detailed fields and ESCO skills that exist (checked against public copies, 2026-11). */
const FIELDS = ['0031', '0322', '0611', '0713', '0715', '0812', '0922', '1022'];
const SKILLS = [
  '1d21f6ad-340f-45da-a0a3-4e83867f47a6', '27d26fd6-5795-4f0a-884e-112df7c68314', '52797dce-911c-4e6d-b0cb-491f6469014f', '386774ac-fe5b-431a-b485-9aec0bf5c09e',
  '1973c966-f236-40c9-b2d4-5d71a89019be', 'e439742d-558d-4f52-885e-afdc740b48cf', 'bc0b0b5d-f6be-405a-b224-b6902a4dbe97', 'd908a818-70ef-419e-9d60-8f459114cb2f',
  '63b9a087-a5db-424e-96ef-3212c8b5311e', '60c78287-22eb-4103-9c8c-28deaa460da0', '7dd94ad3-13d6-43fe-8b94-51fcbf67ced9', '110d7aa3-e44e-4cce-a927-8d4de615f3d9',
  '7f321b88-3d16-4e30-8163-5494ca8ce978', '5ca953f7-541d-4f67-bc55-7721348366cf',
];
const achievements = [...ACHIEVEMENTS.values()];

describe('the cast', () => {
  it('names no field or skill that does not exist', () => {
    expect(achievements.flatMap(({ achievement }) => achievement.fields ?? []).filter((field) => !FIELDS.includes(field))).toEqual([]);
    const alignments = achievements.flatMap(({ achievement }) => achievement.alignments ?? []);
    expect(alignments.filter(({ targetCode, targetUrl }) => !SKILLS.includes(targetCode ?? '') || targetUrl !== `http://data.europa.eu/esco/skill/${targetCode}`)).toEqual([]);
    expect(alignments.length).toBeGreaterThanOrEqual(achievements.length);
  });

  it.each([...ACHIEVEMENTS])('%s lies inside what its provider is recognised for, unless that is its part', (_, { provider, achievement, never }) => {
    const [today, ...lapsed] = CAST[provider].accreditations;
    expect([today && covers(today.scope, achievement), lapsed.some(({ scope }) => covers(scope, achievement))]).toEqual([never === undefined, never === 'lapsed']);
  });

  it('is large enough, plays each part once, and is the same for the same seed', () => {
    const cast = castOutcomes(1);
    const all = [...cast.ofAmina, ...cast.singly, ...cast.inBatches, ...cast.byFile];
    expect(all.length).toBeGreaterThanOrEqual(600);
    expect(new Set(all.map(({ learner }) => learner.email)).size).toBeGreaterThanOrEqual(80);
    expect(new Set(all.map(({ achievement }) => roleOf(achievement).provider)).size).toBe(3);
    expect(new Set(all.map(({ externalId }) => externalId)).size).toBe(all.length);
    expect(all.filter(({ learner }) => !/^[a-z.]+@example\.org$/.test(learner.email ?? ''))).toEqual([]);
    expect(castOutcomes(1)).toEqual(cast);
    expect(castOutcomes(2)).not.toEqual(cast);
  });
});

it.each([[0.5, 3], [0.99, 5], [0, 1], [1, 5], [0.2, 1], [0.21, 2]])('the percentile %d of one to five is %d', (share, value) => {
  expect(percentile([5, 3, 1, 4, 2], share)).toBe(value);
});
