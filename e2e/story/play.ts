import { readOutcomes } from '../outcomes-file/read-outcomes.js';
import type { FileOutcome, ReadRow } from '../outcomes-file/row.js';
import type { Mode } from '../system/running-laurel.js';
import { castOutcomes, type Cast } from './cast/outcomes.js';
import { columnOf } from '../outcomes-file/columns.js';
import { countLines } from './count-lines.js';
import { tellFigures } from './steps/tell-figures.js';
import { admitProviders } from './steps/providers/admit-providers.js';
import { checkStrangers } from './steps/credentials/check-strangers.js';
import { checkCredential } from './steps/credentials/check-credential.js';
import { meetOddOnes } from './steps/outcomes/meet-odd-ones.js';
import { openRecord } from './steps/credentials/open-record.js';
import { publishAchievements } from './steps/providers/publish-achievements.js';
import { submitFile, tellOf } from './steps/outcomes/submit-file.js';
import { submitSingly } from './steps/outcomes/submit-singly.js';
import { surviveKill, type Load } from './steps/outcomes/survive-kill.js';
import { showFormats } from './steps/credentials/show-formats.js';
import { withdrawOutcome } from './steps/credentials/withdraw-outcome.js';
import { settleAll } from './steps/outcomes/settle-all.js';
import { settled } from './settle.js';
import type { Report } from './results.js';
import type { World } from './world.js';

export interface StoryOptions {
  readonly mode: Mode;
  readonly seed: number;
  /** Where the results go; left out: nowhere. */
  readonly out?: string;
  /** A CSV or NDJSON of one's own, in the place of the story's outcomes. */
  readonly outcomes?: string;
}

/** Rows a request: a person's own file may be large, and the story's own batches are to be many. */
const LARGE_BATCH = 500;
const SMALL_BATCH = 20;

/** The steps between start and stop, in their order. */
export async function play({ seed, outcomes: own, out }: StoryOptions, world: World): Promise<Pick<Report, 'kill' | 'figures' | 'file' | 'withdrawnOutcomeId' | 'credentials' | 'refusals'>> {
  const { narrator } = world;
  const cast = castOutcomes(seed);
  const providers = await narrator.step('Three providers apply; the city recognises each for what it does', () => admitProviders(world));
  const company = await narrator.step('They publish what can be learned, in the words of ESCO, ISCED-F and EQF', () => publishAchievements(world, providers));
  const seenMs = await narrator.step('Outcomes come in one by one', () => submitSingly(world, company, own ? { ...cast, singly: [] } : cast));
  await narrator.step('The odd ones get an answer each', () => meetOddOnes(world, company, cast));
  const began = Date.now();
  const before = world.log.size;
  const { submitted, kill } = await narrator.step('Half way through the batches, every process is killed', async () => surviveKill(world, company, await loadOf(cast, own)));
  if (own) tellOf(narrator, submitted);
  else await narrator.step('A spreadsheet of the year follows', () => submitFile(world, company, cast.byFile));
  await narrator.step('Every outcome ends in a credential or in a reason', () => settleAll(world, company));
  const bulk = { outcomes: world.log.size - before, ms: Date.now() - began - (kill.backAt - kill.at) };
  const record = await narrator.step('A learner signs in and finds one record', () => openRecord(world, cast.ofAmina.length));
  await narrator.step('An employer checks it', () => checkCredential(world, record.credential));
  await narrator.step('She takes it home in every format; each is genuine', () => showFormats(world, record, out));
  await narrator.step('What others sign is checked as well', () => checkStrangers(world, record.credential));
  const withdrawnOutcomeId = await narrator.step('The library takes it back', () => withdrawOutcome(world, company, record));
  const figures = await narrator.step('What it comes to', async () => tellFigures(world, company, { outcomes: await settled(company.all, 10_000), kill, bulk, seenMs, out }));
  return { kill, withdrawnOutcomeId, ...figures, ...(own ? { file: submitted } : {}) };
}

async function loadOf({ inBatches }: Cast, own: string | undefined): Promise<Load> {
  if (own !== undefined) return { rows: readOutcomes(own), count: await countLines(own), batch: LARGE_BATCH };
  return { rows: rowsOf(inBatches), count: inBatches.length, batch: SMALL_BATCH };
}

const rowsOf = (outcomes: readonly FileOutcome[]): ReadRow[] => outcomes.map((outcome, index) => ({ line: index + 1, outcome, columnOf }));
