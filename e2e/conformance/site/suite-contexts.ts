import { CONTEXT, CONTEXT_URL } from 'ed25519-signature-2020-context';
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const EXAMPLES = 'https://www.w3.org/ns/credentials/examples/v2';

/** Contexts that the suites use and no Laurel knows by itself. */
const CONTEXTS: readonly (readonly [file: string, url: string, document: object])[] = [
  // What is published there is no more than a word for whatever is not defined elsewhere.
  ['examples-v2.jsonld', EXAMPLES, { '@context': { '@vocab': 'https://www.w3.org/ns/credentials/examples#' } }],
  ['ed25519-2020-v1.jsonld', CONTEXT_URL, CONTEXT],
];

/** Writes them into the folder, as an operator would keep them; answers CONTEXTS of the configuration. */
export function writeContexts(folder: string): string {
  mkdirSync(folder, { recursive: true });
  return JSON.stringify(CONTEXTS.map(([name, url, document]) => {
    const [file, text] = [join(folder, name), JSON.stringify(document, null, 2)];
    writeFileSync(file, text);
    return { url, file, sha256: createHash('sha256').update(text).digest('hex') };
  }));
}
