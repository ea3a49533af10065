import { chmodSync, existsSync, mkdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { createOnce, replaceFile } from '../processes/durable-file.js';
import { copyBinaries, packagedBinaries } from './binaries.js';

/** Where root's clusters and binaries stand: PostgreSQL refuses to run as root, and no other user enters root's folders. */
export const ROOT_PLACES = '/var/lib/laurel';

export interface Place {
  /** Holds cluster/ and the superuser's password. */
  folder: string;
  /** Folder with bin/, lib/, share/. */
  native: string;
  /** Whom the server runs as; undefined: this process's own user. */
  user?: { uid: number; gid: number };
}

/** Notes, beside a cluster kept away from its data folder, which folder that is. */
export const noteOwner = (place: string, dataFolder: string): void => replaceFile(`${place}.owner`, dataFolder);

/** The file in root's data folder that says where its cluster is kept. */
export const pointerOf = (dataFolder: string): string => join(dataFolder, 'postgres.location');

/** Where the cluster of a data folder is kept, and who runs it (docs/decisions: embedded Postgres as root). */
export function placeOf(dataFolder: string): Place {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const beside = join(realpathSync(dataFolder), 'postgres');
  const pointer = pointerOf(realpathSync(dataFolder));
  if (process.getuid?.() !== 0) {
    if (existsSync(pointer)) throw new Error(`${resolve(dataFolder)} was first started by root, and its database belongs to root: start it as root`);
    return { folder: beside, native: packagedBinaries().native };
  }
  mkdirSync(ROOT_PLACES, { recursive: true, mode: 0o755 });
  chmodSync(ROOT_PLACES, 0o755);
  const { native } = copyBinaries(packagedBinaries(), ROOT_PLACES);
  if (existsSync(beside)) return { folder: beside, native, user: ownerOf(beside) };
  const folder = createOnce(pointer, () => join(ROOT_PLACES, uuidv7()));
  noteOwner(folder, realpathSync(dataFolder));
  return { folder, native, user: unprivilegedUser() };
}

function ownerOf(folder: string): { uid: number; gid: number } {
  const { uid, gid } = statSync(folder);
  return { uid, gid };
}

/** A user that exists, since initdb looks up its name: `postgres` where a system has it, else `nobody`. */
function unprivilegedUser(): { uid: number; gid: number } {
  const users = readFileSync('/etc/passwd', 'utf8').split('\n').map((line) => line.split(':'));
  const user = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody');
  if (!user) throw new Error('Postgres cannot run as root, and there is neither a user postgres nor nobody to run it as');
  return { uid: Number(user[2]), gid: Number(user[3]) };
}
