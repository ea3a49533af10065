import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { canonicalJson } from '../document/canonical-json.js';
import { bundledContexts } from './bundled-contexts.js';
import { contextsWith } from './contexts-with.js';
import { pinnedContext } from './pinned-context.js';

const url = 'https://context.example/v1';
const document = { '@context': { grade: 'https://context.example/v1#grade', id: '@id' } };
const file = Buffer.from(`${JSON.stringify(document, null, 2)}\n`);
const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe('a context from a file', () => {
  it.each([
    ['of its bytes', sha256(file)],
    ['of its bytes, in capitals', sha256(file).toUpperCase()],
    ['of its canonical JSON', sha256(canonicalJson(document))],
  ])('is known by the hash %s', async (_, pin) => {
    const contexts = bundledContexts.with([pinnedContext(url, file, pin)]);
    expect((await contexts.documentLoader(url)).document).toEqual(document);
  });

  it.each<[string, Uint8Array, string]>([
    ['with another hash', file, sha256('')],
    ['with none', file, ''],
    ['altered', Buffer.from(file.toString().replace('#grade', '#name')), sha256(file)],
    ['that is no JSON', Buffer.from('{'), sha256('{')],
    ['that is a list', Buffer.from('[]'), sha256('[]')],
    ['without a context', Buffer.from('{}'), sha256('{}')],
    ['that is not UTF-8', Buffer.from([0xff]), sha256(Uint8Array.of(0xff))],
  ])('is refused %s', (_, bytes, pin) => {
    expect(() => pinnedContext(url, bytes, pin)).toThrow(expect.objectContaining({ code: 'context-changed' }));
  });
});

describe('an operator’s contexts', () => {
  const pinned = (at: string, bytes: Uint8Array) => ({ url: at, bytes, sha256: sha256(bytes) });
  const MULTIKEY = 'https://w3id.org/security/multikey/v1';

  it('stand beside the bundled ones', () => {
    const contexts = contextsWith([pinned(url, file)]);
    expect([url, MULTIKEY].map((each) => contexts.has(each))).toEqual([true, true]);
    expect(bundledContexts.has(url)).toBe(false);
  });
  it('may name a bundled one as it is, and never replace it', async () => {
    const { document: bundled } = await bundledContexts.documentLoader(MULTIKEY);
    expect(contextsWith([pinned(MULTIKEY, Buffer.from(JSON.stringify(bundled)))]).urls).toEqual(bundledContexts.urls);
    expect(() => contextsWith([pinned(MULTIKEY, file)])).toThrow(expect.objectContaining({ code: 'context-changed' }));
  });
});
