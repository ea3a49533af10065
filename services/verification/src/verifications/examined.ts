import { type Check, inOrder, isVerified, type Profile, skipped } from '@laurel/credentials';
import { checkAchievement } from '../checks/check-achievement.js';
import { checkRecognition } from '../checks/check-recognition.js';
import { checkStatus } from '../checks/check-status.js';
import type { Knowledge } from '../copies/knowledge.js';
import { checkParts } from '../parts/check-parts.js';
import type { ExaminedPart } from '../parts/part-shares.js';
import { isRecord } from '../parts/unpack.js';
import { summarise } from '../summary/summarise.js';
import type { Submitted } from './sent.js';
import type { Verification } from './verification.js';

/** One that is being verified: what it is in itself, and what is known of it. */
export interface Examined extends Submitted {
  readonly inItself: readonly Check[];
  /** How it stands by what its issuer publishes, if that is none of ours. */
  readonly standing?: Check;
  readonly known: Knowledge;
}

/** What is answered about it; `parts` are those of a record that was looked into. */
export function concluded({ opened: { document }, inItself, standing, known }: Examined, parts: readonly ExaminedPart[] | undefined, now: Date, profile: Profile): Verification {
  const beyond = profile === 'full' ? [checkStatus(document, known, standing), checkRecognition(known, now), checkAchievement(document, known)] : NOT_ASKED;
  const checks = inOrder([...inItself, ...beyond, ...(isRecord(document) ? [profile === 'full' ? checkParts(document, parts) : skipped('parts', 'not-asked')] : [])]);
  const held = parts?.map(({ document: _, ...part }) => part);
  return { verified: isVerified(checks), checks, summary: summarise(document, known, checks), ...(held && { parts: held }) };
}

const NOT_ASKED = (['status', 'recognition', 'achievement'] as const).map((check) => skipped(check, 'not-asked'));

/** The rules of its kind come first, then the schemas that it names. */
export const withSchema = (checks: readonly Check[], named: Check | undefined): readonly Check[] =>
  named ? checks.map((each) => (each.check === 'schema' && each.result !== 'failed' ? named : each)) : checks;
