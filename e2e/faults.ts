import { parseArgs } from 'node:util';
import { runCampaign, type CampaignOptions } from './campaign/run-campaign.js';

const HELP = `npm run faults -- [options]

Hands in outcomes over HTTP while the process, a service, PostgreSQL, the broker or all at once get SIGKILL, and then holds
what was acknowledged against what the API and the databases show: exactly one credential or one refusal each.

  --seed N         which load, which targets, which moments; default 1
  --rounds N       kills; default 20 in one process, 10 over Kafka
  --mode MODE      in-process (default) or kafka
  --outcomes N     outcomes a round; default 2000
  --help           this

Ends with 1 when anything was lost or doubled.
`;

class WrongUsage extends Error {}

function readArguments(): CampaignOptions | 'help' {
  try {
    const { values } = parseArgs({
      options: { seed: { type: 'string' }, rounds: { type: 'string' }, mode: { type: 'string', default: 'in-process' }, outcomes: { type: 'string' }, help: { type: 'boolean' } },
    });
    if (values.help) return 'help';
    if (values.mode !== 'in-process' && values.mode !== 'kafka') throw new Error(`--mode takes in-process or kafka, not "${values.mode}"`);
    const mode = values.mode === 'kafka' ? 'distributed' : 'in-process';
    return { mode, seed: count('seed', values.seed, 1), rounds: count('rounds', values.rounds, mode === 'distributed' ? 10 : 20), outcomes: count('outcomes', values.outcomes, 2_000) };
  } catch (error) {
    throw new WrongUsage(error instanceof Error ? error.message : String(error));
  }
}

function count(name: string, text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new Error(`--${name} takes a whole number above 0, not "${text}"`);
  return Number(text);
}

async function main(): Promise<void> {
  const options = readArguments();
  if (options === 'help') return void process.stdout.write(HELP);
  const campaign = await runCampaign(options, (line) => process.stdout.write(`${line}\n`));
  const { rounds, kills, acknowledged, credentials, refusals, lost, doubled, recoveryMs } = campaign;
  process.stdout.write(
    `rounds ${rounds}, kills ${kills}, outcomes ${acknowledged}, credentials ${credentials}, refusals ${refusals}, lost ${lost}, doubled ${doubled}, ` +
    `recovery p50 ${(recoveryMs.p50 / 1_000).toFixed(1)} s, max ${(recoveryMs.max / 1_000).toFixed(1)} s\n`,
  );
  if (campaign.violations.length > 0) process.exitCode = 1;
}

try {
  await main();
} catch (error) {
  const usage = error instanceof WrongUsage;
  const text = `\n${error instanceof Error ? error.message : String(error)}\n${usage ? 'npm run faults -- --help says more.\n' : ''}`;
  // What was being waited for when it broke is not waited for any longer.
  process.stderr.write(text, () => process.exit(usage ? 2 : 1));
}
