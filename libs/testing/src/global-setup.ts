import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder of a run, for what its processes share: a database server and a broker, started when first asked for (once-per-run.ts). */
export const startTestRun = (): string => mkdtempSync(join(tmpdir(), 'laurel-test-'));

/** Jest's globalSetup: every worker of the run knows its folder. Jest loads it by itself, so it imports nothing of ours. */
export default function setUp(_: unknown, project: { readonly globals: Record<string, unknown> }): void {
  project.globals.laurelTestRun = startTestRun();
}
