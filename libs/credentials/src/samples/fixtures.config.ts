import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundledContexts } from '../contexts/bundled-contexts.js';
import type { ContextSet } from '../contexts/context-set.js';
import { canonicalJson } from '../document/canonical-json.js';
import type { JsonObject } from '../document/json.js';

/** The specifications' test vectors lie beside the checkout, not in it: their licences don't allow them here. */
export const fixtureFolder = process.env.LAUREL_FIXTURES ?? join(process.cwd(), '..', 'shared', 'fixtures');

/** Where the vectors are missing, the tests on them are reported as skipped. */
export const haveFixtures = existsSync(fixtureFolder);

/** Whether these files or folders are there too, which not every copy of the vectors has. */
export const haveFixture = (...paths: string[]): boolean => paths.every((path) => existsSync(join(fixtureFolder, path)));

export const fixtureText = (path: string): string => readFileSync(join(fixtureFolder, path), 'utf8').trim();
export const fixture = (path: string): JsonObject => JSON.parse(fixtureText(path)) as JsonObject;

/** The bundled contexts and the examples context that W3C's vectors use and no product should. */
export function vectorContexts(): ContextSet {
  const document = fixture('contexts/credentials-examples-v2.jsonld');
  const sha256 = createHash('sha256').update(canonicalJson(document)).digest('hex');
  return bundledContexts.with([{ url: 'https://www.w3.org/ns/credentials/examples/v2', document, sha256 }]);
}
