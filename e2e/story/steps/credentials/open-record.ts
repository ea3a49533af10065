import type { Credential, RecordEntry } from '../../../client/answers.js';
import { askForCode, Learner } from '../../../client/learner.js';
import { AMINA } from '../../cast/people.js';
import { expectThat, inSeconds } from '../../narrator.js';
import { until } from '../../settle.js';
import type { World } from '../../world.js';

export interface OpenRecord {
  readonly learner: Learner;
  readonly entries: RecordEntry[];
  /** Of the non-formal achievement, at the library. */
  readonly credential: Credential;
  readonly credentialId: string;
}

/** Amina signs in with the code that a real mail server took, sees one record, and takes a credential home. */
export async function openRecord({ connection, mailbox, narrator }: World, ofAmina: number): Promise<OpenRecord> {
  const asked = Date.now();
  await askForCode(connection, AMINA.email);
  const mail = await mailbox.next('the mail with the sign-in code', ({ to, text }) => to.includes(AMINA.email) && CODE.test(text));
  narrator.say(`mail "${mail.subject}" arrived after ${inSeconds(Date.now() - asked)}`);
  const learner = await Learner.signIn(connection, AMINA.email, CODE.exec(mail.text)?.[1] ?? '');
  const entries = await until('every credential in the record', 10_000, () => learner.record(), (record) => record.length >= ofAmina);
  narrator.table(entries.map(({ achievement, formOfLearning, provider, trust, status }) => [achievement.name, formOfLearning, provider.name, trust, status]));
  const providers = new Set(entries.map(({ provider }) => provider.id));
  const forms = new Set(entries.map(({ formOfLearning }) => formOfLearning));
  expectThat(providers.size === 3 && forms.size === 3, `one record over three providers and three forms of learning, not ${providers.size} and ${forms.size}`);
  const entry = entries.find(({ formOfLearning }) => formOfLearning === 'non-formal');
  expectThat(entry?.credentialId !== undefined, 'a credential for non-formal learning');
  const credential = await learner.credential(entry.credentialId);
  narrator.say(`downloaded: ${credential.credentialSubject.achievement.name}, ${credential.id}`);
  return { learner, entries, credential, credentialId: entry.credentialId };
}

/** Six digits on a line of their own. */
const CODE = /^[ \t]*(\d{6})[ \t]*$/m;
