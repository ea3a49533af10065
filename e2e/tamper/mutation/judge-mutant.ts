import { register } from 'node:module';
import type { Site } from './sites.js';

/** A process with one check less: ends with 1 when the corpus notices, with 0 when nothing does. */
const { root, site, run } = JSON.parse(process.argv[2] ?? '{}') as { root: string; site?: Site; run: string };
if (site) register('./take-out.js', { parentURL: import.meta.url, data: { root, site } });

const { joinTestRun } = await import('@laurel/testing/parts');
const { Stage } = await import('../stage/stage.js');
const { corpusOf, judgeCorpus } = await import('../corpus.js');
joinTestRun(run);
try {
  const stage = await Stage.open();
  const { samples, resigned, harmless, altered } = await corpusOf(stage);
  const { misjudged, judged } = await judgeCorpus(stage, [...samples, ...resigned, ...altered, ...harmless], true);
  process.stdout.write(`${JSON.stringify({ judged, noticed: misjudged[0] ?? null })}\n`);
  process.exit(misjudged.length > 0 ? 1 : 0);
} catch (error) {
  process.stdout.write(`${JSON.stringify({ judged: 0, noticed: `it broke: ${String(error).slice(0, 200)}` })}\n`);
  process.exit(1);
}
