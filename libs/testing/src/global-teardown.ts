import { endTestRun } from './run/test-run.js';

/** Jest's globalTeardown. */
export default function tearDown(_: unknown, project: { readonly globals: Record<string, unknown> }): void {
  endTestRun(String(project.globals.laurelTestRun));
}
