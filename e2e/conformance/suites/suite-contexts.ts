import type { ContextFile } from '@laurel/credentials';
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Contexts that the suites use and no Laurel knows by itself, by the file name that they get. */
const CONTEXTS: Readonly<Record<string, readonly [url: string, document: object]>> = {
  // What is published there is no more than a word for whatever is not defined elsewhere.
  'examples-v2.jsonld': ['https://www.w3.org/ns/credentials/examples/v2', { '@context': { '@vocab': 'https://www.w3.org/ns/credentials/examples#' } }],
};

/** As the library takes an operator's contexts. */
export const suiteContexts = (): ContextFile[] => named().map(({ file: _file, ...context }) => context);

/** Writes them into the folder, as an operator would keep them; answers CONTEXTS of the configuration. */
export function writeContexts(folder: string): string {
  mkdirSync(folder, { recursive: true });
  return JSON.stringify(named().map(({ file, url, bytes, sha256 }) => {
    const path = join(folder, file);
    writeFileSync(path, bytes);
    return { url, file: path, sha256 };
  }));
}

const named = () => Object.entries(CONTEXTS).map(([file, [url, document]]) => {
  const bytes = Buffer.from(JSON.stringify(document, null, 2));
  return { file, url, bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
});
