import { discardPostgres } from '@laurel/infra';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A data folder of one's own, in the system's folder for what is thrown away. */
export const makeOwnFolder = (purpose: string): string => mkdtempSync(join(tmpdir(), `laurel-${purpose}-`));

/** Removes it, and its database, wherever that is kept. Nothing of it may run. */
export function discardOwnFolder(folder: string): void {
  discardPostgres(folder);
  rmSync(folder, { recursive: true, force: true });
}
