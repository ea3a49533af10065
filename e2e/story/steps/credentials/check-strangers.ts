import type { Credential } from '../../../client/answers.js';
import { forgedInTheNameOf, STRANGERS_BADGE } from '../../cast/stranger.js';
import { expectThat } from '../../narrator.js';
import type { World } from '../../world.js';
import { failures } from './check-credential.js';

/** What of the forgery cannot but be seen. */
const SEEN = ['structure', 'proof', 'issuer-binding', 'dates', 'status', 'schema'];

/** An employer checks a badge from elsewhere, and one that is false in every way at once: each reason is told. */
export async function checkStrangers({ anyone, narrator }: World, ours: Credential): Promise<void> {
  const genuine = await anyone.verify(STRANGERS_BADGE);
  narrator.say(`made with other software: "${genuine.summary.sentence}"`);
  expectThat(genuine.verified, `the stranger's badge to be verified; ${failures(genuine)}`);

  const forged = await anyone.verify(forgedInTheNameOf(ours.issuer));
  narrator.say(`forged in the name of another: "${forged.summary.sentence}"`);
  const failed = forged.checks.filter(({ result }) => result === 'failed');
  narrator.table(failed.map(({ check, code, pointer, detail }) => [check, code, pointer ?? '', detail ?? '']));
  expectThat(!forged.verified && SEEN.every((name) => failed.some(({ check }) => check === name)), `${SEEN.join(', ')} to fail; ${failures(forged)}`);
}
