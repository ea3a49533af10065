import { parseArgs } from 'node:util';
import { endTestRun, joinTestRun, startTestRun } from '@laurel/testing/parts';
import { judgeCorpus, openCorpus } from './tamper/corpus.js';
import { provenChecks } from './tamper/mutation/proven-checks.js';
import { countOf, sectionOf, writeSection, type Reports } from './tamper/report.js';
import { Stage } from './tamper/stage/stage.js';

const HELP = `npm run tamper -- [options]

Alters good credentials of every format in some ten thousand ways, signs wrong ones, and has the verifier judge each: all that is
wrong must be refused for the right reason, all that is not accepted.

  --mutate       prove the corpus too: take each check out of the verifier, one after the other, and see that the corpus notices
  --only TEXT    with --mutate: only checks whose file or text contains TEXT
  --write        with --mutate: write what came of it into docs/conformance.md
  --help         this

Ends with 1 when anything was judged wrongly, or when a check could be taken out unnoticed.
`;

const say = (line: string) => process.stdout.write(`${line}\n`);

async function judgeAll(): Promise<Reports> {
  const stage = await Stage.open();
  const { samples, resigned, harmless, altered } = await openCorpus(stage);
  const reports: Record<string, Reports[keyof Reports]> = {};
  for (const [part, exhibits] of Object.entries({ samples, resigned, harmless: harmless(), altered: altered() })) {
    const report = await judgeCorpus(stage, exhibits);
    reports[part] = report;
    say(`${part.padEnd(10)} ${countOf(report)} judged, ${report.misjudged.length} wrongly`);
    say(`           ${[...report.judged].map(([kind, count]) => `${kind} ${count}`).join(', ')}`);
    for (const line of report.misjudged.slice(0, 20)) say(`  ${line}`);
  }
  await stage.close();
  return reports as Reports;
}

async function main(run: string, { mutate, only, write }: { readonly mutate: boolean; readonly only: string; readonly write: boolean }): Promise<boolean> {
  const reports = only === '' ? await judgeAll() : undefined;
  const isRight = !reports || Object.values(reports).every(({ misjudged }) => misjudged.length === 0);
  if (!mutate || !isRight) return isRight;
  const proof = await provenChecks(process.cwd(), run, only);
  if (reports && write) writeSection(process.cwd(), sectionOf(reports, proof));
  return proof.unproven === 0;
}

const { values } = parseArgs({ options: { mutate: { type: 'boolean', default: false }, only: { type: 'string', default: '' }, write: { type: 'boolean', default: false }, help: { type: 'boolean' } } });
if (values.help) process.stdout.write(HELP);
else {
  const run = startTestRun();
  joinTestRun(run);
  const good = await main(run, values).finally(() => endTestRun(run));
  process.exit(good ? 0 : 1);
}
