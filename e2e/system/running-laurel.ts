import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream, mkdirSync, readFileSync, type WriteStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { SERVICE_FLAGS } from '@laurel/infra';
import { Connection } from '../client/http/connection.js';
import { ClientCredentials } from '../client/http/tokens.js';
import { Operator } from '../client/operator.js';
import { isAlive, killProcesses, processesOf, residentMb, type NamedProcess } from './processes.js';
import { childEnvironment, root } from './surroundings.config.js';

export type Mode = 'in-process' | 'distributed';

export interface LaurelOptions {
  readonly mode: Mode;
  /** $LAUREL_DATA. */
  readonly folder: string;
  readonly port: number;
  /** Further variables of api.md "Running". */
  readonly environment?: Readonly<Record<string, string>>;
}

const ENTRY: Record<Mode, string> = { 'in-process': 'services/standalone/dist/main.js', distributed: 'infra/dist/supervisor/main.js' };
/** Brokers that the site names are used only where Kafka is asked for. */
const KEPT: Record<Mode, string[]> = { 'in-process': [], distributed: ['KAFKA_BROKERS'] };
const READY_WITHIN_MS = 120_000;

/** A whole Laurel on a data folder, started as its commands start it, killed as the kernel kills. */
export class RunningLaurel {
  private constructor(readonly options: LaurelOptions, readonly origin: string, readonly readyAfterMs: number, private readonly child: ChildProcess) {}

  /** Starts it and waits for its line on stdout and for /health/ready. @throws with the end of its log when it does not come up */
  static async start(options: LaurelOptions): Promise<RunningLaurel> {
    const began = performance.now();
    mkdirSync(options.folder, { recursive: true, mode: 0o700 });
    const log = createWriteStream(logFile(options.folder), { flags: 'a' });
    const child = spawn(process.execPath, [...SERVICE_FLAGS, join(root, ENTRY[options.mode])], {
      cwd: root,
      env: childEnvironment({ LOG_LEVEL: 'warn', ...options.environment, LAUREL_DATA: options.folder, PORT: String(options.port) }, KEPT[options.mode]),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    try {
      const origin = await announcedOrigin(child, log);
      await ready(origin, began + READY_WITHIN_MS);
      return new RunningLaurel(options, origin, performance.now() - began, child);
    } catch (error) {
      child.kill('SIGKILL');
      await killProcesses(processesOf(options.folder));
      throw new Error(`Laurel did not start: ${String(error)}\n${lastLines(logFile(options.folder))}`, { cause: error });
    }
  }

  get connection(): Connection {
    return new Connection(this.origin);
  }

  /** With the credentials that the first start wrote. */
  operator(): Operator {
    const client = ClientCredentials.parse(JSON.parse(readFileSync(join(this.options.folder, 'operator.json'), 'utf8')));
    return new Operator(this.connection, client);
  }

  processes(): NamedProcess[] {
    return processesOf(this.options.folder);
  }

  /** SIGKILL to every process at once. Resolves with whom it met, when they are gone. */
  async kill(): Promise<NamedProcess[]> {
    const victims = this.processes();
    await killProcesses(victims);
    return victims;
  }

  /** SIGTERM; all of it must be gone in 10 s (api.md "Running"). @throws when something is left, after killing it */
  async stop(): Promise<void> {
    const all = this.processes();
    this.child.kill('SIGTERM');
    const deadline = Date.now() + 12_000;
    while (all.some(({ pid }) => isAlive(pid)) && Date.now() < deadline) await sleep(20);
    const left = all.filter(({ pid }) => isAlive(pid));
    await killProcesses(left);
    if (left.length > 0) throw new Error(`SIGTERM left ${left.map(({ name }) => name).join(', ')} running after 10 s`);
  }

  /** Resident memory of Laurel's own processes in MB: without Postgres and Kafka. */
  memoryMb(): number {
    const own = this.processes().filter(({ name }) => name !== 'postgres' && name !== 'kafka');
    return own.reduce((sum, { pid }) => sum + residentMb(pid), 0);
  }

  /** The end of what it logged. */
  lastLog(): string {
    return lastLines(logFile(this.options.folder));
  }
}

const logFile = (folder: string): string => join(folder, 'story.log');

function announcedOrigin(child: ChildProcess, log: WriteStream): Promise<string> {
  const { stdout, stderr } = child;
  if (!stdout || !stderr) throw new Error('no pipes');
  stderr.pipe(log, { end: false });
  return new Promise((resolve, reject) => {
    const timeout = setTimeout(() => reject(new Error(`no "Laurel is ready" within ${READY_WITHIN_MS / 1_000} s`)), READY_WITHIN_MS);
    child.once('exit', (code, signal) => {
      const end = `process ${child.pid} ended with ${signal ?? `exit code ${code}`}`;
      clearTimeout(timeout);
      log.end(`${end} at ${new Date().toISOString()}\n`);
      reject(new Error(end));
    });
    createInterface({ input: stdout }).on('line', (line) => {
      const origin = /^Laurel is ready at (\S+)/.exec(line)?.[1];
      if (origin === undefined) return;
      clearTimeout(timeout);
      resolve(origin);
    });
  });
}

/** Waits for `GET /health/ready` to answer 200. */
export async function ready(origin: string, deadline = performance.now() + READY_WITHIN_MS): Promise<void> {
  for (;;) {
    const status = await fetch(new URL('/health/ready', origin), { signal: AbortSignal.timeout(5_000) }).then((answer) => answer.body?.cancel().then(() => answer.status), () => 0);
    if (status === 200) return;
    if (performance.now() > deadline) throw new Error(`${origin}/health/ready answers ${status}`);
    await sleep(50);
  }
}

const lastLines = (file: string, count = 25): string => readFileSync(file, 'utf8').trimEnd().split('\n').slice(-count).join('\n');
