import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
const gone = { recursive: true, force: true, maxRetries: 20, retryDelay: 50 };

/** Ends the servers that the run has started, and removes its folder and where root's database was kept. */
export function endTestRun(run: string): void {
  for (const file of readdirSync(run).filter((name) => name.endsWith('.process'))) {
    end(Number.parseInt(file, 10), readFileSync(join(run, file), 'utf8') === 'SIGKILL' ? 'SIGKILL' : 'SIGQUIT');
  }
  for (const location of readdirSync(run, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('postgres.location'))) {
    const cluster = readFileSync(join(run, location), 'utf8').trim();
    for (const path of [cluster, `${cluster}.owner`, `${cluster}.lock`]) rmSync(path, gone);
  }
  rmSync(run, gone);
}

function end(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended by itself.
  }
}

/** Jest's globalTeardown. Jest loads it by itself, so it imports nothing of ours. */
export default function tearDown(_: unknown, project: { readonly globals: Record<string, unknown> }): void {
  endTestRun(String(project.globals.laurelTestRun));
}
