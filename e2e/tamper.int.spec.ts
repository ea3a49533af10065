import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { judgeCorpus, openCorpus, type Corpus } from './tamper/corpus.js';
import { countOf } from './tamper/report.js';
import { Stage } from './tamper/stage/stage.js';

let stage: Stage;
let corpus: Corpus;

beforeAll(async () => {
  stage = await Stage.open();
  corpus = await openCorpus(stage);
}, 120_000);
afterAll(() => stage.close());

describe('the tamper corpus', () => {
  it.each<[string, number, () => Parameters<typeof judgeCorpus>[1]]>([
    ['samples', 12, () => corpus.samples],
    ['resigned', 400, () => corpus.resigned],
    ['harmless', 200, () => corpus.harmless()],
    ['altered', 10_000, () => corpus.altered()],
  ])('%s: at least %d, each judged for the right reason', async (_, atLeast, exhibits) => {
    const report = await judgeCorpus(stage, exhibits());
    expect(report.misjudged.slice(0, 20)).toEqual([]);
    expect(countOf(report)).toBeGreaterThanOrEqual(atLeast);
  }, 300_000);
});
