import { v7 as uuidv7 } from 'uuid';
import type { Outcome } from '../../../client/answers.js';
import { Refused } from '../../../client/http/answer.js';
import type { Provider, SubmitOutcome } from '../../../client/provider.js';
import { BRUNO } from '../../cast/people.js';
import type { Company } from '../../cast/company.js';
import { daysAgo } from '../../cast/calendar.js';
import { SAFETY_LAPSED_ON } from '../../cast/providers.js';
import type { Cast } from '../../cast/outcomes.js';
import { expectThat } from '../../narrator.js';
import { until } from '../../settle.js';
import type { World } from '../../world.js';

/** How soon a refusal must be there: a missing fact is waited for (api.md "Settled details"). */
const REFUSED_WITHIN_MS = 10_000;

/** What goes wrong in daily life; each is answered for itself, and none disturbs the others. */
export async function meetOddOnes(world: World, company: Company, cast: Cast): Promise<void> {
  const { school, library } = company.providers;
  const plain = (externalId: string, key: string, achievedOn: string): SubmitOutcome => ({ externalId, learner: BRUNO, achievementId: company.idOf(key), achievedOn });
  world.narrator.table([
    ...(await sameAgain(world, company, cast)),
    ...(await Promise.all([
      becomes(world, 'an achievement that nobody published', school, { ...plain('odd-unknown', 'arc-welding', daysAgo(9)), achievementId: uuidv7() }, 'unknown-achievement'),
      becomes(world, 'wiring, taught by the library', library, plain('odd-scope', 'home-wiring', daysAgo(9)), 'not-accredited'),
      becomes(world, 'safety, after the recognition lapsed', school, plain('odd-lapsed', 'workshop-safety', daysAgo(9)), 'accreditation-lapsed'),
      becomes(world, 'safety, on the last day before', school, plain('odd-in-time', 'workshop-safety', SAFETY_LAPSED_ON), undefined),
      foreignAchievement(world, library, plain('odd-foreign', 'arc-welding', daysAgo(9))),
    ])),
    ...(await brokenRow(world, company, plain)),
  ]);
}

type Line = [what: string, answer: string, means: string];

/** Recorded with 201, then refused with `code`, or issued where there is none. */
async function becomes({ log }: World, what: string, provider: Provider, submitted: SubmitOutcome, code: string | undefined): Promise<Line> {
  const { status, outcome } = await provider.submit(submitted);
  expectThat(status === 201, `201 for ${what}, not ${status}`);
  log.acknowledge(outcome);
  const { refusal, status: end } = await until(`${what}: ${code ?? 'issued'}`, REFUSED_WITHIN_MS, () => provider.outcome(outcome.id), (answer: Outcome) => answer.status !== 'recorded');
  expectThat(end === (code ? 'refused' : 'issued') && refusal?.code === code, `${what} to end as ${code ?? 'issued'}, not ${end} ${refusal?.code ?? ''}`);
  return [what, `201, ${end}`, refusal ? `${refusal.code}: ${firstSentence(refusal.detail)}` : 'it counts by the day it was achieved on'];
}

async function sameAgain(_world: World, company: Company, { ofAmina }: Cast): Promise<Line[]> {
  const [first] = ofAmina;
  expectThat(first !== undefined, 'Amina to have reached something');
  const { provider, outcome } = company.addressed(first);
  const again = await provider.submit(outcome);
  expectThat(again.status === 200, `200 for the same again, not ${again.status}`);
  const contradiction = await refusalOf(() => provider.submit({ ...outcome, achievedOn: daysAgo(301) }));
  expectThat(contradiction.status === 409, `409 for another content under one externalId, not ${contradiction.status}`);
  return [['the same again', '200', 'the stored outcome'], ['another date under the same externalId', '409', said(contradiction)]];
}

/** 403 where the achievement is known already, else refused later with the same code. */
async function foreignAchievement(world: World, library: Provider, submitted: SubmitOutcome): Promise<Line> {
  const what = "the school's welding, by the library";
  try {
    return await becomes(world, what, library, submitted, 'foreign-achievement');
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    expectThat(error.status === 403 && error.code === 'foreign-achievement', `403 foreign-achievement, not ${error.message}`);
    return [what, '403', said(error)];
  }
}

async function brokenRow({ log }: World, company: Company, plain: (externalId: string, key: string, day: string) => SubmitOutcome): Promise<Line[]> {
  const rows = [plain('odd-row-1', 'arc-welding', daysAgo(20)), plain('odd-row-2', 'arc-welding', '2025-02-30'), plain('odd-row-3', 'electrical-maintenance', daysAgo(21))];
  const results = await company.providers.school.submitBatch(rows);
  expectThat(JSON.stringify(results.map(({ status }) => status)) === '[201,422,201]', `201, 422, 201 for a batch with a broken row, not ${results.map(({ status }) => status).join(', ')}`);
  for (const { outcome } of results) if (outcome) log.acknowledge(outcome);
  const place = results[1]?.problem?.errors?.[0];
  expectThat(place?.pointer.endsWith('/achievedOn') === true, `the broken row to be pointed at, not ${JSON.stringify(results[1])}`);
  return [['30 February in a batch of three', '201, 422, 201', `${place.pointer} ${place.detail}`]];
}

async function refusalOf(act: () => Promise<unknown>): Promise<Refused> {
  const answer = await act().catch((error: unknown) => error);
  if (answer instanceof Refused) return answer;
  throw answer instanceof Error ? answer : new Error(`expected: a refusal, not ${JSON.stringify(answer)}`);
}

const said = ({ problem, code }: Refused): string => `${code}: ${firstSentence(problem?.detail ?? '')}`;

/** What happened; what to do about it is said after it. */
const firstSentence = (detail: string): string => detail.split(/(?<=[.]) (?=[A-Z])/)[0] ?? detail;
