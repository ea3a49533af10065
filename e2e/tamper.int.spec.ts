import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { corpusOf, judgeCorpus, type Corpus } from './tamper/corpus.js';
import { Stage } from './tamper/stage/stage.js';

let stage: Stage;
let corpus: Corpus;

beforeAll(async () => {
  stage = await Stage.open();
  corpus = await corpusOf(stage);
}, 60_000);
afterAll(() => stage.close());

describe('the tamper corpus', () => {
  it.each<[keyof Corpus, number]>([['samples', 6], ['resigned', 60], ['harmless', 200], ['altered', 10_000]])('%s: at least %d, each judged for the right reason', async (part, atLeast) => {
    expect(corpus[part].length).toBeGreaterThanOrEqual(atLeast);
    const { misjudged } = await judgeCorpus(stage, corpus[part]);
    expect(misjudged.slice(0, 20)).toEqual([]);
    expect(misjudged).toHaveLength(0);
  }, 300_000);
});
