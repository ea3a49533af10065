import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder of this run, for what its workers share: a database server and a broker, started when a spec first asks (once-per-run.ts). */
export default function setUp(_: unknown, project: { readonly globals: Record<string, unknown> }): void {
  project.globals.laurelTestRun = mkdtempSync(join(tmpdir(), 'laurel-test-'));
}
