import type { Outcome } from '../../../client/answers.js';
import type { Company } from '../../cast/company.js';
import { settled } from '../../settle.js';
import type { World } from '../../world.js';

/** An outcome may take so long to end, in milliseconds, and a thousand of them so much longer. */
const WITHIN_MS = 60_000;
const PER_THOUSAND_MS = 10_000;

export async function settleAll({ narrator, log }: World, company: Company): Promise<Outcome[]> {
  const outcomes = await settled(company.all, WITHIN_MS + (log.size / 1_000) * PER_THOUSAND_MS);
  const count = (status: string) => outcomes.filter((outcome) => outcome.status === status).length;
  narrator.say(`${outcomes.length} outcomes: ${count('issued')} issued, ${count('refused')} refused`);
  return outcomes;
}
