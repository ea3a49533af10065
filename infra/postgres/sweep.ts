import { readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { readIfPresent } from '../processes/durable-file.js';
import { InUse, takeLock } from '../processes/lock.js';
import { endOrphans } from './orphans.js';
import { pointerOf } from './place.js';

export function removePlace(place: string): void {
  for (const path of [place, `${place}.making`, `${place}.owner`]) rmSync(path, { recursive: true, force: true });
}

/**
 * Deletes the clusters of throw-away data folders that are gone: a demo or a test that was killed cannot do so itself.
 * Only folders below the system's temporary folder count; any other may lie on a disk that is not mounted at the moment.
 */
export async function sweep(places: string): Promise<void> {
  for (const file of readdirSync(places).filter((name) => name.endsWith('.owner'))) {
    const place = join(places, file.slice(0, -'.owner'.length));
    const owner = readIfPresent(join(places, file));
    if (owner?.startsWith(tmpdir() + sep) && readIfPresent(pointerOf(owner)) !== place) await removeUnused(place);
  }
}

async function removeUnused(place: string): Promise<void> {
  try {
    const release = await takeLock(`${place}.lock`, place);
    await endOrphans({ folder: place, native: '' });
    removePlace(place);
    release();
  } catch (error) {
    if (!(error instanceof InUse)) throw error;
  }
}
