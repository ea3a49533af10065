import { parseArgs } from 'node:util';
import { columnHelp, TEMPLATE } from './outcomes-file/columns.js';
import { checkFile } from './outcomes-file/read-outcomes.js';
import { UnreadableFile } from './outcomes-file/row.js';
import { ACHIEVEMENTS } from './story/cast/achievements.js';
import { Narrator } from './story/narrator.js';
import { tellStory } from './story/tell-story.js';

const HELP = `npm run demo -- [options]

Tells Laurel's whole story over HTTP, against a real system on a throw-away data folder: three providers, their
achievements, outcomes of a hundred learners, a kill of every process half way, a learner's record, an employer's check.

  --out DIR        write DIR/credentials/<id>.json, DIR/formats/<format>.*, DIR/status-lists/<id>.json, DIR/mail/*.eml, DIR/report.json
  --outcomes FILE  hand in a CSV or NDJSON of your own in the place of the story's
  --template       print a CSV to begin with, and end
  --distributed    a process a service, a gateway, PostgreSQL and real Apache Kafka; otherwise one process
  --seed N         other people, other outcomes; default 1
  --help           this

Columns of a CSV, in any order (comma, semicolon or tab between, UTF-8):
${columnHelp}
A line of an NDJSON is the body of POST /v1/outcomes, with "achievement" in the place of "achievementId".

Achievements, by key or name:
${[...ACHIEVEMENTS].map(([key, { achievement, never }]) => `  ${key.padEnd(23)} ${achievement.name}${never ? ` (${never}: will be refused)` : ''}`).join('\n')}
`;

class WrongUsage extends Error {}

function readArguments() {
  try {
    const { values } = parseArgs({
      options: {
        out: { type: 'string' }, outcomes: { type: 'string' }, template: { type: 'boolean' }, distributed: { type: 'boolean' }, seed: { type: 'string', default: '1' }, help: { type: 'boolean' },
      },
    });
    if (!/^\d{1,9}$/.test(values.seed)) throw new Error(`--seed takes a whole number, not "${values.seed}"`);
    return { ...values, seed: Number(values.seed) };
  } catch (error) {
    throw new WrongUsage(error instanceof Error ? error.message : String(error));
  }
}

async function main(): Promise<void> {
  const { help, template, outcomes, out, distributed, seed } = readArguments();
  if (help) return void process.stdout.write(HELP);
  if (template) return void process.stdout.write(TEMPLATE);
  if (outcomes !== undefined) await checkFile(outcomes);
  const narrator = new Narrator((line) => process.stdout.write(`${line}\n`));
  const report = await tellStory({ mode: distributed ? 'distributed' : 'in-process', seed, out, outcomes }, narrator, (world) => {
    process.once('SIGINT', () => { world.abandon().finally(() => process.exit(130)); });
  });
  process.stdout.write(`\nThe story holds, told in ${report.seconds} s.\n`);
}

try {
  await main();
} catch (error) {
  const usage = error instanceof WrongUsage || error instanceof UnreadableFile;
  const text = `\n${error instanceof Error ? error.message : String(error)}\n${usage ? 'npm run demo -- --help says more.\n' : ''}`;
  // What was being waited for when it broke is not waited for any longer.
  process.stderr.write(text, () => process.exit(usage ? 2 : 1));
}
