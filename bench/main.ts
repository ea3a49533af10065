import { Bed } from './deployment/bed.js';
import { issueFormats, signFormats, verifyFormats } from './formats/formats.js';
import type { Benchmark } from './harness/benchmark.js';
import { isWanted, readFlags, WrongUsage, type Flags } from './harness/flags.js';
import { writeResults } from './harness/results.js';
import type { Row } from './harness/row.js';
import { tableOf } from './harness/table.js';
import { overKafka } from './pipeline/over-kafka.js';
import { plain } from './pipeline/plain.js';
import { signed } from './pipeline/signed.js';
import { batchSubmissions, singleSubmissions } from './requests/submissions.js';

const BENCHMARKS: readonly Benchmark[] = [plain, overKafka, signed, singleSubmissions, batchSubmissions, issueFormats, signFormats, verifyFormats];
const IDS = BENCHMARKS.map(({ id }) => id);
const RESULTS = new URL('../results.json', import.meta.url);

const HELP = `npm run bench [-- --only ROW,...] [-- --help]

Measures Laurel on throw-away data, ours and a peer's by turns in one run, and writes bench/results.json.
What each row means: docs/performance.md. Run it when the machine has nothing else to do.

  --only ROW,...  of ${IDS.join(', ')}; P7 stands for all that begin with P7-
  --help          this
`;

const say = (line: string) => void process.stderr.write(`${line}\n`);

async function measureAll(flags: Flags, bed: Bed): Promise<Row[]> {
  const rows: Row[] = [];
  for (const benchmark of BENCHMARKS.filter(({ id }) => isWanted(id, flags))) {
    say(`measuring ${benchmark.id} ...`);
    const measured = await benchmark.measure(bed);
    if ('skipped' in measured) say(`${benchmark.id} is skipped: ${measured.skipped}`);
    else rows.push(...measured);
  }
  return rows;
}

async function main(): Promise<void> {
  const flags = readFlags(process.argv.slice(2), IDS);
  if (flags.help) return void process.stdout.write(HELP);
  const bed = await Bed.make();
  process.once('SIGINT', () => void bed.discard().finally(() => process.exit(130)));
  try {
    const rows = await measureAll(flags, bed);
    writeResults(RESULTS, rows);
    process.stdout.write(`${tableOf(rows)}\n`);
  } finally {
    await bed.discard();
  }
}

try {
  await main();
} catch (error) {
  if (!(error instanceof WrongUsage)) throw error;
  process.stderr.write(`${error.message}\n\n${HELP}`);
  process.exitCode = 64; // EX_USAGE of sysexits.h
}
