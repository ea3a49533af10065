import type { RecordEntry, Verification } from '../../../client/answers.js';
import type { Mail } from '../../../system/mailbox.js';
import { AMINA } from '../../cast/people.js';
import type { Company } from '../../cast/company.js';
import { expectThat, inSeconds } from '../../narrator.js';
import { until } from '../../settle.js';
import type { World } from '../../world.js';
import { failures } from './check-credential.js';
import type { OpenRecord } from './open-record.js';

/** faults.md I8, in milliseconds. */
const REVOKED_WITHIN_MS = { 'in-process': 5_000, distributed: 10_000 };

/** It stands in line behind the mails about all the credentials before it, of which a mail server takes so many a second. */
const MAILED_WITHIN_MS = 20_000;
const MS_A_MAIL = 25;

/** The library takes an outcome back: the next check says so, and by whom and when; the learner is told. */
export async function withdrawOutcome(world: World, company: Company, { learner, credential, credentialId }: OpenRecord): Promise<string> {
  const { anyone, log, mailbox, narrator } = world;
  const [provider, outcomeId] = await whoIssued(company, credentialId);
  const began = Date.now();
  await provider.withdraw(outcomeId, 'The portfolio turned out to be another person\'s work.');
  const check = await until('the check to say revoked', REVOKED_WITHIN_MS[world.laurel.options.mode], () => anyone.verify(credential), ({ verified }: Verification) => !verified);
  narrator.say(`after ${inSeconds(Date.now() - began)} the employer reads: "${check.summary.sentence}"`);
  narrator.say(failures(check));
  expectThat(check.checks.some(({ check: name, result }) => name === 'status' && result === 'failed'), `the status to fail; ${failures(check)}`);
  const words = JSON.stringify([check.summary, check.checks]);
  expectThat(words.includes('Riverside Public Library') && words.includes(new Date().toISOString().slice(0, 4)), 'the check to say by whom it was revoked, and when');
  const aboutIt = ({ to, subject, text }: Mail) => to.includes(AMINA.email) && /withdrawn|revoked/i.test(subject) && text.includes(credentialId);
  const mail = await mailbox.next('the mail about the withdrawal', aboutIt, MAILED_WITHIN_MS + log.size * MS_A_MAIL);
  narrator.say(`Amina has a mail: "${mail.subject}"`);
  const entries = await until('the record to say revoked', 10_000, () => learner.record(), (record: RecordEntry[]) => record.some((entry) => entry.credentialId === credentialId && entry.status === 'revoked'));
  narrator.say(`her record now says: ${entries.map(({ achievement, status }) => `${achievement.name} ${status}`).join(', ')}`);
  return outcomeId;
}

async function whoIssued(company: Company, credentialId: string) {
  for (const provider of company.all) {
    const row = (await provider.credentials()).find(({ id }) => id === credentialId);
    if (row) return [provider, row.outcomeId] as const;
  }
  throw new Error(`nobody issued ${credentialId}`);
}
