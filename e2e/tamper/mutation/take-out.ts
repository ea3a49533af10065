import type { LoadFnOutput, LoadHookContext } from 'node:module';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import type { Site } from './sites.js';

let taken: { readonly url: string; readonly site: Site } | undefined;

/** Module hook: which check is taken out. */
export function initialize({ root, site }: { root: string; site: Site }): void {
  taken = { url: pathToFileURL(join(root, site.file)).href, site };
}

/** Module hook (node:module `load`): gives the one file without its check, every other as it is. */
export async function load(url: string, context: LoadHookContext, nextLoad: (url: string, context: LoadHookContext) => Promise<LoadFnOutput>): Promise<LoadFnOutput> {
  const loaded = await nextLoad(url, context);
  if (url !== taken?.url) return loaded;
  const text = String(loaded.source);
  const { start, end, replacement } = taken.site;
  return { ...loaded, source: text.slice(0, start) + replacement + text.slice(end) };
}
