import type { Company } from '../../cast/company.js';
import type { Cast } from '../../cast/outcomes.js';
import { percentile } from '../../figures.js';
import { expectThat, inSeconds } from '../../narrator.js';
import { until } from '../../settle.js';
import type { World } from '../../world.js';

/** How many outcomes a provider's software sends at once. */
const AT_ONCE = 4;
const ISSUED_WITHIN_MS = 20_000;

/**
 * One POST an outcome, each answered with 201 and asked for until it is issued.
 * @returns for each, the milliseconds from POST sent to "issued" read
 */
export async function submitSingly({ narrator, log }: World, company: Company, { ofAmina, singly }: Cast): Promise<number[]> {
  const left = [...ofAmina, ...singly].map((outcome) => company.addressed(outcome));
  const [answered, issued]: [number[], number[]] = [[], []];
  const send = async () => {
    for (let next = left.shift(); next; next = left.shift()) {
      const { provider } = next;
      const began = performance.now();
      const { status, outcome } = await provider.submit(next.outcome);
      answered.push(performance.now() - began);
      expectThat(status === 201, `201 for ${outcome.externalId}, not ${status}`);
      log.acknowledge(outcome);
      await until(`${outcome.externalId} to be issued`, ISSUED_WITHIN_MS, () => provider.outcome(outcome.id), (answer) => answer.status === 'issued', 10);
      issued.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, send));
  narrator.say(`${answered.length} outcomes answered with 201, half of them within ${inSeconds(percentile(answered, 0.5))}; half are credentials after ${inSeconds(percentile(issued, 0.5))}, all after ${inSeconds(Math.max(...issued))}`);
  return issued;
}
