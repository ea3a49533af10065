import { buildAchievementCredential } from '../achievement/build-achievement-credential.js';
import { buildClrCredential } from '../clr/build-clr-credential.js';
import type { JsonObject } from '../document/json.js';
import { lint } from '../linting/lint.js';
import { CredentialSigner } from '../proof/credential-signer.js';
import { learnerRecord } from '../samples/learner-record.js';
import { libraryCourse, SAMPLE_NOW, sampleIssuer } from '../samples/library-course.js';

/** What is secured in every format in the name of this issuer: an achievement, and a learner record that has it as a part. */
export async function contentsOf(did: string): Promise<Readonly<Record<'achievement' | 'learner record', JsonObject>>> {
  const issuer = { id: did, name: 'Haverford Public Library' };
  const part = await new CredentialSigner(sampleIssuer).sign(await lint(buildAchievementCredential(libraryCourse())), SAMPLE_NOW);
  return { achievement: buildAchievementCredential(libraryCourse({ issuer })), 'learner record': buildClrCredential(learnerRecord([part], { issuer })) };
}
