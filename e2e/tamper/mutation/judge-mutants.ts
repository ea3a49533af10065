import { joinTestRun } from '@laurel/testing/parts';
import { inChunks, judgeSome, openCorpus } from '../corpus.js';
import { Stage } from '../stage/stage.js';
import type { Exhibit } from '../verdicts/judged.js';
import type { Said } from './run-mutants.js';
import type { Site } from './checks/sites.js';
import { switches } from './switches.js';

/** Exhibits that are judged together: few where each has its own mistake, many where all are alike. */
const [FEW, MANY] = [1, 50];

/**
 * A process whose verifier has a switch in each check. Judges the corpus with all of them in their places, and notes which check
 * refused which exhibits; then takes out one after the other and has those judged again. Told line by line on stdout.
 */
const { run, ids } = JSON.parse(process.argv[2] ?? '{}') as { run: string; ids: readonly number[] };
const say = (said: Said) => process.stdout.write(`${JSON.stringify(said)}\n`);
joinTestRun(run);
const stage = await Stage.open();
const open = new Map(switches.sites.filter(({ id }) => ids.includes(id)).map((site) => [site, { ms: 0, refused: false }]));

const corpus = await openCorpus(stage);
await prove([...corpus.samples, ...corpus.resigned, ...corpus.harmless()], FEW);
await prove(corpus.altered(), MANY);
for (const [{ id }, { ms, refused }] of open) say({ id, ms, ...(refused ? { unnoticed: 'refuses, and nobody misses it' } : { unnoticed: 'refuses nothing of the corpus' }) });
process.exit(0);

async function prove(exhibits: Iterable<Exhibit>, together: number): Promise<void> {
  const refusedBy = new Map<Site, (readonly Exhibit[])[]>();
  for (const some of inChunks(exhibits, together)) {
    switches.clear();
    const [wrong] = await judgeSome(stage, some);
    if (wrong) throw new Error(`with every check in its place: ${wrong.why}`);
    for (const site of switches.refusing()) if (open.has(site)) refusedBy.set(site, [...(refusedBy.get(site) ?? []), some]);
  }
  say({ judged: together });
  for (const [site, chunks] of refusedBy) await takeOut(site, chunks);
}

async function takeOut(site: Site, chunks: readonly (readonly Exhibit[])[]): Promise<void> {
  const { id } = site;
  say({ begins: id });
  const began = Date.now();
  for (const some of chunks) {
    switches.takeOut(id);
    const [wrong] = await judgeSome(stage, some).finally(() => switches.putBack());
    if (!wrong) continue;
    const [still] = await judgeSome(stage, [wrong.exhibit]);
    if (still) throw new Error(`what was judged wrongly without a check is so with it: ${still.why}`);
    open.delete(site);
    say({ id, ms: Date.now() - began + (open.get(site)?.ms ?? 0), noticed: wrong.why });
    return;
  }
  open.set(site, { refused: true, ms: Date.now() - began + (open.get(site)?.ms ?? 0) });
}
