import { SERVICES, type ServiceName } from '@laurel/infra';
import { DeadLetters, type DeadLetter } from '@laurel/messaging';
import { Database } from '@laurel/runtime';
import { readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
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
    const replayed = await letters.replay(filter, { by: userInfo().username, dryRun });
    return replayed.map((letter) => `${dryRun ? 'would be replayed' : 'is replayed'}: ${line(each, letter)}`);
  }
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
