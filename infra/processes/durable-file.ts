import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** Readers see the old text or the new, never a part, whenever the writer is killed. */
export function replaceFile(path: string, text: string, mode = 0o600): void {
  const temporary = writeTemporary(path, text, mode);
  renameSync(temporary, path);
  syncFolder(dirname(path));
}

/**
 * The text of a file that is made once and then never changes: what is there, else what `make` gives.
 * Of two processes that make it at once, both go on with the same text.
 */
export function createOnce(path: string, make: () => string, mode = 0o600): string {
  const present = readIfPresent(path);
  if (present !== undefined) return present;
  return createExclusive(path, make(), mode) ? readFileSync(path, 'utf8') : createOnce(path, make, mode);
}

/** Creates the file with all of its text at once; false if it exists already. */
export function createExclusive(path: string, text: string, mode = 0o600): boolean {
  const temporary = writeTemporary(path, text, mode);
  try {
    linkSync(temporary, path);
    syncFolder(dirname(path));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(temporary, { force: true });
  }
}

export function readIfPresent(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function writeTemporary(path: string, text: string, mode: number): string {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const temporary = `${path}.${randomBytes(6).toString('hex')}.tmp`;
  const file = openSync(temporary, 'wx', mode);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  return temporary;
}

function syncFolder(path: string): void {
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
