import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runFolder } from './once-per-run.js';

/** Has the end of the run end a process that outlives the worker that started it (global-teardown.ts). */
export const noteProcess = (pid: number, signal: NodeJS.Signals): void => writeFileSync(join(runFolder(), `${pid}.process`), signal);
