import { register } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { getEnvironmentData, isMainThread, setEnvironmentData } from 'node:worker_threads';
import type { Site } from './checks/sites.js';

/** Loaded before all else (`--import`) in a process whose verifier has a switch in each of its checks, and in its workers. */
interface Shared {
  readonly root: string;
  readonly sites: readonly Site[];
  /** Which check is out; -1 for none. */
  readonly out: SharedArrayBuffer;
  /** Which checks have refused since this was cleared. */
  readonly refused: SharedArrayBuffer;
}
const NAME = 'laurel-checks';
/** What the workers of the verifier are made of. */
const FOR_WORKERS = ['libs/credentials/dist/index.js', 'services/verification/dist/schemas/applying/apply-schema.js'];

async function first(): Promise<Shared> {
  const { refusalSites } = await import('./checks/sites.js');
  const root = process.cwd();
  const { sites } = refusalSites(root);
  const shared = { root, sites, out: new SharedArrayBuffer(4), refused: new SharedArrayBuffer(sites.length) };
  new Int32Array(shared.out).fill(-1);
  setEnvironmentData(NAME, shared as never);
  return shared;
}

const given: unknown = getEnvironmentData(NAME);
const shared = isMainThread ? await first() : (given as Shared);
const [out, refused] = [new Int32Array(shared.out), new Uint8Array(shared.refused)];

/** Notes that a check refuses; answers whether it is there. */
function isThere(id: number): boolean {
  refused[id] = 1;
  return Atomics.load(out, 0) !== id;
}

/** What stands around each check, by its way. */
const checks = {
  whenTrue: <Value>(id: number, value: Value) => (value && !isThere(id) ? false : value),
  whenFalse: <Value>(id: number, value: Value) => (!value && !isThere(id) ? true : value),
  found: <Value>(id: number, value: Value) => (value !== undefined && !isThere(id) ? undefined : value),
  each: <Value>(id: number, values: readonly Value[]) => (values.length > 0 && !isThere(id) ? [] : values),
  one: <Value>(id: number, value: Value) => (isThere(id) ? [value] : []),
};
Object.assign(globalThis, { laurelChecks: checks });

/** The switches of this process. */
export const switches = {
  sites: shared.sites,
  takeOut: (id: number) => void Atomics.store(out, 0, id),
  putBack: () => void Atomics.store(out, 0, -1),
  clear: () => void refused.fill(0),
  refusing: () => shared.sites.filter(({ id }) => refused[id] === 1),
};

register('./switched-source.js', { parentURL: import.meta.url, data: { root: shared.root, sites: shared.sites } });
// a worker is required, past every hook; what was imported before that is not read again
if (!isMainThread) for (const file of FOR_WORKERS) await import(pathToFileURL(join(shared.root, file)).href);
