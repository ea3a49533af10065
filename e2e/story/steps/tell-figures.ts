import type { CredentialRow, Outcome } from '../../client/answers.js';
import type { Provider } from '../../client/provider.js';
import type { Company } from '../cast/company.js';
import { figuresOf, type Document, type Figures } from '../figures.js';
import { expectThat, inSeconds } from '../narrator.js';
import { writeDocuments, type Report } from '../results.js';
import type { World } from '../world.js';
import type { Kill } from './outcomes/survive-kill.js';

export interface SoFar {
  readonly outcomes: readonly Outcome[];
  readonly kill: Kill;
  readonly bulk: { readonly outcomes: number; readonly ms: number };
  /** As the provider saw them, in milliseconds. */
  readonly seenMs: readonly number[];
  readonly out?: string;
}

/** Documents that are measured by when they are not all written out. */
const SAMPLE = 2_000;
const AT_ONCE = 4;

/** Counts, checks that nothing is lost or doubled, and writes the documents out. */
export async function tellFigures(world: World, company: Company, { out, ...soFar }: SoFar): Promise<Pick<Report, 'figures' | 'credentials' | 'refusals'>> {
  const listed = (await Promise.all(company.all.map(async (provider) => (await provider.credentials()).map((row) => ({ provider, row }))))).flat();
  const documents = await download(listed, out === undefined ? SAMPLE : Number.POSITIVE_INFINITY);
  if (out !== undefined) await writeDocuments(out, world.anyone, documents);
  const rows = listed.map(({ row }) => row);
  const figures = figuresOf(world, { ...soFar, rows, documents });
  world.narrator.table(tableOf(figures, world.mailbox.mails.length));
  if (out !== undefined) world.narrator.say(`written to ${out}: ${documents.size} credentials, their status lists, ${world.mailbox.mails.length} mails, report.json`);
  expectThat(figures.violations.length === 0, `nothing lost, nothing doubled; ${figures.violations.slice(0, 5).map(({ invariant, kind, what }) => `${invariant} ${kind}: ${what}`).join('; ')}`);
  const credentials = rows.map(({ id, outcomeId, status }) => ({ id, outcomeId, status }));
  const refusals = soFar.outcomes.flatMap(({ externalId, refusal }) => (refusal ? [{ externalId, code: refusal.code, detail: refusal.detail }] : []));
  return { figures, credentials, refusals };
}

function tableOf(figures: Figures, mails: number): string[][] {
  const { outcomeToCredentialMs: all, seenByProviderMs: seen } = figures;
  return [
    ['outcomes acknowledged', `${figures.acknowledged}`],
    ['credentials issued', `${figures.issued}, ${figures.withdrawn} of them withdrawn`],
    ...Object.entries(figures.refused).map(([code, count]) => [`refused, ${code}`, `${count}`]),
    ['outcome to credential', `p50 ${inSeconds(all.p50)}, p99 ${inSeconds(all.p99)}, of ${all.measured}; ${all.cutByKill} more waited out the kill`],
    ['as a provider sees it', `p50 ${inSeconds(seen.p50)}, p99 ${inSeconds(seen.p99)}, of ${seen.measured}, from POST sent to "issued" read`],
    ['rate', `${figures.ratePerSecond} outcomes a second from batch and file to their end, the restart left out`],
    ['memory', `${figures.memoryMb} MB`],
    ['mails', `${mails}`],
    ['lost', `${figures.lost}`],
    ['doubled', `${figures.doubled}`],
  ];
}

async function download(listed: readonly { readonly provider: Provider; readonly row: CredentialRow }[], most: number): Promise<Map<string, Document>> {
  const left = listed.slice(0, most);
  const documents = new Map<string, Document>();
  const fetchSome = async () => {
    for (let next = left.shift(); next; next = left.shift()) documents.set(next.row.id, await next.provider.credential(next.row.id));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, fetchSome));
  return documents;
}
