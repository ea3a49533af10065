import { Random } from '../story/cast/random.js';
import { alteredOf, harmlessOf } from './exhibits.js';
import { resignedOf } from './resign/resigned.js';
import { samplesOf } from './samples.js';
import type { Stage } from './stage/stage.js';
import { accepted, misjudged, type Exhibit } from './verdicts/judged.js';

export const SEED = 20_261_124;
/** A batch takes 8 MB. */
const [AT_ONCE, CHARACTERS] = [150, 7_000_000];

/** What is made only when it is looked at is the same each time. */
export interface Corpus {
  /** The good ones, unaltered. */
  readonly samples: readonly Exhibit[];
  /** Signed by somebody, and wrong. */
  readonly resigned: readonly Exhibit[];
  readonly harmless: () => Iterable<Exhibit>;
  readonly altered: () => Iterable<Exhibit>;
}

/** Every exhibit, the same for the same seed but for keys and ids. */
export async function openCorpus(stage: Stage, seed = SEED): Promise<Corpus> {
  const samples = await samplesOf(stage);
  const resigned = await resignedOf(stage);
  await stage.settled(samples.map(({ sent, wrap }) => wrap(sent)));
  const ofEach = (make: typeof alteredOf) =>
    function* () {
      const chance = new Random(seed);
      for (const sample of samples) yield* make(sample, chance);
    };
  return { samples: samples.map(({ format, sent, wrap }) => ({ name: format, sent: wrap(sent), verdicts: [accepted] })), resigned, harmless: ofEach(harmlessOf), altered: ofEach(alteredOf) };
}

/** A few exhibits at a time, no more than can be sent together. */
export function* inChunks(exhibits: Iterable<Exhibit>, most: number): Generator<readonly Exhibit[]> {
  let [some, characters]: [Exhibit[], number] = [[], 0];
  for (const exhibit of exhibits) {
    const length = typeof exhibit.sent === 'string' ? exhibit.sent.length : JSON.stringify(exhibit.sent).length;
    const isFull = some.length === most || characters + length > CHARACTERS || exhibit.alone === true || some.at(-1)?.alone === true;
    if (some.length > 0 && isFull) {
      yield some;
      [some, characters] = [[], 0];
    }
    some.push(exhibit);
    characters += length;
  }
  if (some.length > 0) yield some;
}

/** An exhibit that was judged wrongly, and how. */
export interface Misjudged {
  readonly exhibit: Exhibit;
  readonly why: string;
}

export async function judgeSome(stage: Stage, some: readonly Exhibit[]): Promise<Misjudged[]> {
  const answers = await stage.judgeAll(some);
  return some.flatMap((exhibit, at) => {
    const why = misjudged(exhibit, answers[at] ?? { status: 0 });
    return why === undefined ? [] : [{ exhibit, why }];
  });
}

export interface CorpusReport {
  /** How many, by the format or kind that their names begin with. */
  readonly judged: ReadonlyMap<string, number>;
  readonly misjudged: readonly string[];
}

/** Has every exhibit judged. */
export async function judgeCorpus(stage: Stage, exhibits: Iterable<Exhibit>): Promise<CorpusReport> {
  const wrong: string[] = [];
  const judged = new Map<string, number>();
  for (const some of inChunks(exhibits, AT_ONCE)) {
    for (const { name } of some) judged.set(kindOf(name), (judged.get(kindOf(name)) ?? 0) + 1);
    wrong.push(...(await judgeSome(stage, some)).map(({ why }) => why));
  }
  return { judged, misjudged: wrong };
}

const kindOf = (name: string): string => name.split(':')[0] ?? '';
