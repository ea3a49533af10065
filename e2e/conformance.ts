import { parseArgs } from 'node:util';
import { openConformance } from './conformance/run-conformance.js';

const HELP = `npm run conformance -- [options]

Starts a Laurel on a throw-away data folder as the public conformance suites need it: https on localhost with a
self-signed certificate, a provider with its keys, and its issuer endpoints; writes the configuration that the suites
want, says how each is run, and stays until Ctrl-C. docs/conformance.md says what came out.

  --out DIR  where the configuration is written; default ./conformance
  --port N   of https; default 8443
  --help     this
`;

class WrongUsage extends Error {}

function readArguments() {
  try {
    const { values } = parseArgs({
      options: { out: { type: 'string', default: 'conformance' }, port: { type: 'string', default: '8443' }, help: { type: 'boolean' } },
    });
    if (!/^[1-9]\d{0,4}$/.test(values.port)) throw new Error(`--port takes a port, not "${values.port}"`);
    return { ...values, port: Number(values.port) };
  } catch (error) {
    throw new WrongUsage(error instanceof Error ? error.message : String(error));
  }
}

async function main(): Promise<void> {
  const { help, ...options } = readArguments();
  if (help) return void process.stdout.write(HELP);
  const close = await openConformance(options, (line) => process.stdout.write(`${line}\n`));
  const end = () => { close().then(() => process.exit(0), fail); };
  process.once('SIGINT', end).once('SIGTERM', end);
}

function fail(error: unknown): void {
  const usage = error instanceof WrongUsage;
  const text = `\n${error instanceof Error ? error.message : String(error)}\n${usage ? 'npm run conformance -- --help says more.\n' : ''}`;
  process.stderr.write(text, () => process.exit(usage ? 2 : 1));
}

await main().catch(fail);
