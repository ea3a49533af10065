import { v7 as uuidv7 } from 'uuid';
import type { OperationLog } from '../client/operation-log.js';
import type { Provider, SubmitOutcome } from '../client/provider.js';
import { daysAgo } from '../story/cast/calendar.js';
import type { Random } from '../story/cast/random.js';
import type { Contestant } from './contestant.js';

/** One in so many is out of scope, of an unknown achievement, sent twice at once. */
const OUT_OF_SCOPE = 25;
const UNKNOWN = 50;
const TWICE = 20;
/** One in so many learners has an address, and so gets mail. */
const WITH_ADDRESS = 4;
const LEARNERS = 150;
const WRITERS = 6;
const LARGEST_BATCH = 40;

/** Requests to make: each a batch, or a single outcome. */
export type Request = readonly SubmitOutcome[];

export function castLoad({ earnable, outOfScope }: Contestant, count: number, random: Random): Request[] {
  const outcomes = Array.from({ length: count }, (_, index): SubmitOutcome => {
    const learner = random.between(1, LEARNERS);
    const achievementId = random.between(1, OUT_OF_SCOPE) === 1 ? outOfScope : random.between(1, UNKNOWN) === 1 ? uuidv7() : earnable;
    return {
      externalId: `outcome-${index}`, achievementId, achievedOn: daysAgo(random.between(1, 900)), hours: random.between(1, 40),
      learner: learner % WITH_ADDRESS === 0 ? { email: `learner-${learner}@example.org` } : { identifiers: [{ type: 'systemId', value: `learner-${learner}` }] },
    };
  });
  const requests: Request[] = [];
  while (outcomes.length > 0) {
    const size = random.between(1, 3) === 1 ? 1 : random.between(2, LARGEST_BATCH);
    const request = outcomes.splice(0, size);
    requests.push(request);
    if (random.between(1, TWICE) === 1) requests.push(request);
  }
  return requests;
}

/** Makes the requests, several at once; each is repeated until it is answered. `onAnswer` hears of every answer. */
export async function runLoad(provider: Provider, requests: readonly Request[], log: OperationLog, onAnswer: () => void): Promise<void> {
  const left = [...requests];
  const write = async () => {
    for (let request = left.shift(); request; request = left.shift()) {
      await submit(provider, request, log);
      onAnswer();
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, write));
}

async function submit(provider: Provider, request: Request, log: OperationLog): Promise<void> {
  const [only] = request;
  if (request.length === 1 && only) return log.acknowledge((await provider.submit(only)).outcome);
  for (const { status, outcome, problem } of await provider.submitBatch(request)) {
    if (!outcome) throw new Error(`a good row was answered with ${status} ${problem?.code}: ${problem?.detail}`);
    log.acknowledge(outcome);
  }
}
