import { parseArgs } from 'node:util';
import { endTestRun, joinTestRun, startTestRun } from '@laurel/testing/parts';
import { corpusOf, judgeCorpus } from './tamper/corpus.js';
import { judgeMutants } from './tamper/mutation/run-mutation.js';
import { refusalSites } from './tamper/mutation/sites.js';
import { Stage } from './tamper/stage/stage.js';

const HELP = `npm run tamper -- [options]

Alters good credentials of every format in some ten thousand ways and has the verifier judge each: all that changes anything
must be refused for the right reason, all that changes nothing accepted.

  --mutate       prove the corpus: take each check out of the verifier, one after the other, and see that the corpus notices
  --only TEXT    with --mutate: only checks whose file or text contains TEXT
  --help         this

Ends with 1 when anything was judged wrongly, or when a check could be taken out unnoticed.
`;

async function judgeOnce(): Promise<boolean> {
  const stage = await Stage.open();
  const corpus = await corpusOf(stage);
  let good = true;
  for (const [part, exhibits] of Object.entries(corpus)) {
    const { judged, misjudged } = await judgeCorpus(stage, exhibits);
    process.stdout.write(`${part.padEnd(10)} ${judged} judged, ${misjudged.length} wrongly\n${misjudged.slice(0, 10).map((line) => `  ${line}\n`).join('')}`);
    good &&= misjudged.length === 0;
  }
  await stage.close();
  return good;
}

async function proveChecks(run: string, only: string): Promise<boolean> {
  const root = process.cwd();
  const sites = refusalSites(root).filter(({ file, what }) => `${file} ${what}`.includes(only));
  let [noticed, unnoticed] = [0, 0];
  for await (const verdict of judgeMutants(root, run, [undefined, ...sites])) {
    const { site } = verdict;
    if (!site) {
      if (verdict.noticed !== undefined) throw new Error(`the verifier fails with every check in its place: ${verdict.noticed}`);
      continue;
    }
    if (verdict.noticed === undefined) unnoticed += 1;
    else noticed += 1;
    process.stdout.write(`${verdict.noticed === undefined ? 'UNNOTICED' : 'noticed  '} ${site.file}:${site.line} ${site.what}\n${verdict.noticed === undefined ? '' : `          ${verdict.noticed.slice(0, 160)}\n`}`);
  }
  process.stdout.write(`${sites.length} checks taken out one by one: ${noticed} noticed, ${unnoticed} unnoticed\n`);
  return unnoticed === 0;
}

const { values } = parseArgs({ options: { mutate: { type: 'boolean' }, only: { type: 'string', default: '' }, help: { type: 'boolean' } } });
if (values.help) process.stdout.write(HELP);
else {
  const run = startTestRun();
  joinTestRun(run);
  const good = await (values.mutate ? proveChecks(run, values.only) : judgeOnce()).finally(() => endTestRun(run));
  process.exit(good ? 0 : 1);
}
