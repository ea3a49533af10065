import { SERVICES, type ServiceName } from '@laurel/infra';
import { DeadLetters, type DeadLetter } from '@laurel/messaging';
import { Database } from '@laurel/runtime';
import { readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { UsageError, type Command } from './command-line.js';

const line = (service: string, { id, state, topic, type, subject, reason, parked, receivedAt }: DeadLetter) =>
  [id, service, state, receivedAt.toISOString(), topic, type ?? '-', subject ?? '-', reason ?? '-', parked > 0 ? `${parked} parked behind it` : ''].join('  ').trimEnd();

/** Carries a command out and answers what a person reads. */
export async function runDeadLetters({ name, service, filter, limit, dryRun }: Command, folder: string): Promise<string> {
  const services = SERVICES.filter((each) => service === undefined || each === service);
  if (services.length === 0) throw new UsageError(`--service is one of ${SERVICES.join(', ')}`);
  const answers: string[] = [];
  for (const each of services) answers.push(...(await withDeadLetters(folder, each, (letters) => carryOut(letters, each))));
  return `${answers.join('\n') || 'none'}\n`;

  async function carryOut(letters: DeadLetters, each: string): Promise<string[]> {
    if (name === 'show') return [JSON.stringify(await letters.show(filter.ids?.[0] ?? ''), null, 2) ?? 'there is no such dead letter'];
    if (name === 'list') return (await letters.list(filter, limit)).map((letter) => line(each, letter));
    const asked = await letters.replay(filter, { by: userInfo().username, dryRun });
    return Promise.all(asked.map(async (letter) => `${dryRun ? 'would be replayed' : await outcomeOf(letters, letter)}: ${line(each, letter)}`));
  }
}

/** How long a person waits for the service to carry a replay out, in milliseconds. */
const PATIENCE = 10_000;

/** What came of a replay: the running service carries it out. */
async function outcomeOf(letters: DeadLetters, { id }: DeadLetter): Promise<string> {
  for (const until = Date.now() + PATIENCE; Date.now() < until; await sleep(200)) {
    const letter = await letters.show(id);
    if (!letter || letter.replayRequestedAt !== null) continue;
    const last = letter.replays.at(-1);
    return last?.succeeded ? 'replayed' : `failed again (${(last?.detail ?? 'no reason given').replaceAll(/\s+/g, ' ').slice(0, 200)})`;
  }
  return 'asked for, and carried out as soon as the service runs';
}

async function withDeadLetters<Result>(folder: string, service: ServiceName, work: (letters: DeadLetters) => Promise<Result>): Promise<Result> {
  const urlOf = (role: string) => readFileSync(join(folder, 'secrets', service, role), 'utf8').trim();
  const urls = { app: urlOf('database-url'), pipeline: urlOf('database-pipeline-url'), owner: urlOf('database-owner-url') };
  const database = await Database.open({ schema: service.replaceAll('-', '_'), entities: [], migrations: [], urls, poolSize: 1 });
  try {
    return await work(new DeadLetters(database));
  } finally {
    await database.close();
  }
}
