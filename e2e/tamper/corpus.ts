import { random } from './alter/random.js';
import { alteredOf, harmlessOf } from './exhibits.js';
import { bindings, contradictions, strangersMisdeeds } from './resign/resigned.js';
import { samplesOf } from './samples.js';
import type { Stage } from './stage/stage.js';
import { accepted, misjudged, type Exhibit } from './verdicts/judged.js';

export const SEED = 20_261_124;
/** As many as fit into the 8 MB of a batch when each comes in an image. */
const AT_ONCE = 150;

export interface Corpus {
  /** The good ones, unaltered. */
  readonly samples: readonly Exhibit[];
  /** Signed by somebody, and wrong. */
  readonly resigned: readonly Exhibit[];
  readonly altered: readonly Exhibit[];
  readonly harmless: readonly Exhibit[];
}

/** Every exhibit, the same for the same seed but for keys and ids. */
export async function corpusOf(stage: Stage, seed = SEED): Promise<Corpus> {
  const next = random(seed);
  const samples = await samplesOf(stage);
  const resigned = [...(await strangersMisdeeds(stage)), ...(await bindings(stage)), ...(await contradictions(stage))];
  await stage.settled(samples.map(({ sent, wrap }) => wrap(sent)));
  return {
    samples: samples.map(({ format, sent, wrap }) => ({ name: format, sent: wrap(sent), verdicts: [accepted] })),
    resigned,
    altered: samples.flatMap((sample) => [...alteredOf(sample, next)]),
    harmless: samples.flatMap((sample) => [...harmlessOf(sample, next)]),
  };
}

export interface CorpusReport {
  readonly judged: number;
  readonly misjudged: readonly string[];
}

/** Has every exhibit judged; with `stopAtFirst`, until one is judged wrongly. */
export async function judgeCorpus(stage: Stage, exhibits: readonly Exhibit[], stopAtFirst = false): Promise<CorpusReport> {
  const wrong: string[] = [];
  for (let at = 0; at < exhibits.length; at += AT_ONCE) {
    const some = exhibits.slice(at, at + AT_ONCE);
    const answers = await stage.judgeAll(some);
    wrong.push(...some.flatMap((exhibit, index) => misjudged(exhibit, answers[index] ?? { status: 0 }) ?? []));
    if (stopAtFirst && wrong.length > 0) return { judged: at + some.length, misjudged: wrong };
  }
  return { judged: exhibits.length, misjudged: wrong };
}
