import { startTestRun } from './run/test-run.js';

/** Jest's globalSetup: every worker of the run knows its folder. */
export default function setUp(_: unknown, project: { readonly globals: Record<string, unknown> }): void {
  project.globals.laurelTestRun = startTestRun();
}
