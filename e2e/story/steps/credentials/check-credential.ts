import type { Credential, Verification } from '../../../client/answers.js';
import { expectThat } from '../../narrator.js';
import type { World } from '../../world.js';

/** An employer checks what a learner sent: a plain sentence; with one altered character, a refusal with the reason. */
export async function checkCredential({ anyone, narrator }: World, credential: Credential): Promise<void> {
  const genuine = await anyone.verify(credential);
  narrator.say(`"${genuine.summary.sentence}"`);
  narrator.say(genuine.checks.map(({ check, result }) => `${check} ${result}`).join(', '));
  expectThat(genuine.verified, `the credential to be verified; ${failures(genuine)}`);

  const altered = await anyone.verify(withOneCharacterAltered(credential));
  narrator.say(`one character altered: "${altered.summary.sentence}"`);
  narrator.say(failures(altered));
  expectThat(!altered.verified, 'an altered credential to be refused');
  expectThat(altered.checks.some(({ check, result }) => check === 'proof' && result === 'failed'), `the proof to fail; ${failures(altered)}`);
}

export const failures = ({ checks }: Verification): string => checks.filter(({ result }) => result === 'failed').map(({ check, detail }) => `${check} failed: ${detail}`).join('; ') || 'no check failed';

function withOneCharacterAltered(credential: Credential): Credential {
  const { name } = credential.credentialSubject.achievement;
  const altered = `${name.slice(0, -1)}${name.endsWith('e') ? 'a' : 'e'}`;
  const { credentialSubject } = credential;
  return { ...credential, credentialSubject: { ...credentialSubject, achievement: { ...credentialSubject.achievement, name: altered } } };
}
