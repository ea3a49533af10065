import type { LoadFnOutput, LoadHookContext } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Site } from './checks/sites.js';

let byUrl: ReadonlyMap<string, readonly Site[]> = new Map();

/** Module hook: where the checks are. */
export function initialize({ root, sites }: { root: string; sites: readonly Site[] }): void {
  byUrl = new Map([...new Set(sites.map(({ file }) => file))].map((file) => [pathToFileURL(join(root, file)).href, sites.filter((site) => site.file === file)]));
}

/** Module hook (node:module `load`): gives the files of the verifier with a switch in each check, all others as they are. */
export async function load(url: string, context: LoadHookContext, nextLoad: (url: string, context: LoadHookContext) => Promise<LoadFnOutput>): Promise<LoadFnOutput> {
  const loaded = await nextLoad(url, context);
  const sites = byUrl.get(url);
  return sites ? { ...loaded, source: withSwitches(String(loaded.source), sites) } : loaded;
}

/** Sites may lie within each other: what begins first ends last. */
export function withSwitches(text: string, sites: readonly Site[]): string {
  const pieces = sites.flatMap(({ id, way, start, end }) => [
    { at: start, order: -end, text: `${way === 'one' ? '...' : ''}globalThis.laurelChecks.${way}(${id}, (` },
    { at: end, order: Number.MAX_SAFE_INTEGER - start, text: '))' },
  ]);
  // what ends at a place comes before what begins there, the inner end before the outer
  const isEnd = (order: number) => order > 0;
  pieces.sort((a, b) => a.at - b.at || Number(isEnd(b.order)) - Number(isEnd(a.order)) || a.order - b.order);
  let [result, from] = ['', 0];
  for (const { at, text: piece } of pieces) {
    result += text.slice(from, at) + piece;
    from = at;
  }
  return result + text.slice(from);
}
