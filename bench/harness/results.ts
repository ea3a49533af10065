import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import type { Row } from './row.js';

/** Writes what a run has measured and on what, for machines. */
export function writeResults(file: URL, rows: readonly Row[]): void {
  const processors = cpus();
  writeFileSync(file, `${JSON.stringify({ node: process.version, cpus: { count: processors.length, model: processors[0]?.model }, rows }, null, 2)}\n`);
}
