import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

declare global {
  /** Folder of this run of jest, from global-setup.ts. */
  var laurelTestRun: string | undefined;
}

/** For a script that is no worker of jest: what it shares with others of its run lies in this folder. */
export function joinTestRun(folder: string): void {
  globalThis.laurelTestRun = folder;
}

export function runFolder(): string {
  if (!globalThis.laurelTestRun) throw new Error('there is no folder for this run: jest.config.mjs must name libs/testing/src/global-setup.ts as globalSetup');
  return globalThis.laurelTestRun;
}

/**
 * Makes something that all workers of the run share: the first to ask makes it, everybody gets what it made.
 * @param make answers with text, such as a url
 * @throws Error in every worker when it could not be made
 */
export async function oncePerRun(name: string, make: () => Promise<string>): Promise<string> {
  const [made, failed] = [`${name}.made`, `${name}.failed`].map((file) => join(runFolder(), file)) as [string, string];
  if (isFirst(join(runFolder(), `${name}.making`))) {
    try {
      write(made, await make());
    } catch (error) {
      write(failed, String(error));
    }
  }
  while (!existsSync(made) && !existsSync(failed)) await sleep(20);
  if (existsSync(failed)) throw new Error(`${name}: ${readFileSync(failed, 'utf8')}`);
  return readFileSync(made, 'utf8');
}

/** Making a folder succeeds for one of many. */
function isFirst(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch (error) {
    if (existsSync(folder)) return false;
    throw error;
  }
}

/** Appears whole. */
function write(path: string, text: string): void {
  writeFileSync(`${path}.part`, text);
  renameSync(`${path}.part`, path);
}
