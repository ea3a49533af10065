import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { canonicalQuads } from '../canonical/canonicalize.js';
import { canonicalJson } from '../document/canonical-json.js';
import type { JsonObject } from '../document/json.js';
import { fixture, fixtureFolder, fixtureText, haveFixtures } from '../samples/fixtures.config.js';
import { bundledContexts } from './bundled-contexts.js';
import { clrContexts } from './clr-contexts.js';
import type { ContextSet } from './context-set.js';
import { CLR_FIRST } from './context-urls.js';
import { pinnedContext } from './pinned-context.js';

const published = (haveFixtures ? fixture('contexts/index.json') : {}) as Record<string, { file: string; sha256: string }>;
const original = (url: string, as = url) => pinnedContext(as, readFileSync(join(fixtureFolder, 'contexts', published[url]!.file)), published[url]!.sha256);
const OPEN_BADGES_FIRST = 'https://purl.imsglobal.org/spec/ob/v3p0/context.json';

/** With what the older samples name beside what is bundled: their suite's context, and drafts under their old addresses. */
async function withDrafts(contexts: ContextSet): Promise<ContextSet> {
  const { document } = await contexts.documentLoader(CLR_FIRST);
  const sha256 = createHash('sha256').update(canonicalJson(document)).digest('hex');
  const draft = { url: 'https://dc.imsglobal.org/draft/clr/v2p0/context', document, sha256 };
  return contexts.with([original('https://w3id.org/security/suites/ed25519-2020/v1'), original(OPEN_BADGES_FIRST, 'https://imsglobal.github.io/openbadges-specification/context.json'), draft]);
}

/** Without the schemas that it names: the older samples have types for them that no context knows. */
const withoutSchemas = (document: JsonObject): JsonObject => JSON.parse(JSON.stringify(document), (name, value: unknown) => (name === 'credentialSchema' ? undefined : value)) as JsonObject;

const tokenPayload = (file: string): JsonObject => {
  const { vc } = JSON.parse(Buffer.from(fixtureText(file).split('.')[1]!, 'base64url').toString()) as { vc: JsonObject };
  return vc;
};

(haveFixtures ? describe : describe.skip)('our contexts of CLR 2.0', () => {
  const samples = ['simple.json', 'simple_v1.json', 'simple_old_safesigned.json', 'simple-noproof.json', 'complex.json', 'simple.jwt'];
  const read = (file: string): JsonObject => (file.endsWith('.jwt') ? tokenPayload(`clr20-samples/${file}`) : fixture(`clr20-samples/${file}`));

  it.each(samples)('give %s the meaning that 1EdTech’s give it', async (file) => {
    const { proof: _, ...document } = withoutSchemas(read(file));
    const quads = await canonicalQuads(document, await withDrafts(bundledContexts));
    expect(quads).toContain('<https://purl.imsglobal.org/spec/vc/clr/vocab.html#ClrCredential>');
    expect(quads).toBe(await canonicalQuads(document, await withDrafts(bundledContexts.with([...clrContexts.keys()].map((url) => original(url))))));
  });

  it.each([...clrContexts])('define every term of %s alike', (url, ours) => {
    expect(ours).toEqual(original(url).document);
  });
});
