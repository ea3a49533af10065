import { describe, expect, it } from '@jest/globals';
import { canonicalJson } from '../document/canonical-json.js';
import { fixture, haveFixtures } from '../samples/fixtures.config.js';
import { bundledContexts } from './bundled-contexts.js';
import { ContextSet } from './context-set.js';
import { CREDENTIALS_V2 } from './context-urls.js';

describe('the contexts', () => {
  it('are refused when their content is not what was pinned', async () => {
    const { document } = await bundledContexts.documentLoader(CREDENTIALS_V2);
    const sha256 = 'b463c8d6a066214123ddd9827b135e1b50e1fc73322cc52a9b12a4f1fc7d86cf';
    expect(new ContextSet([{ url: CREDENTIALS_V2, document, sha256 }]).urls).toEqual([CREDENTIALS_V2]);
    const altered = { ...document, name: 'other' };
    expect(() => new ContextSet([{ url: CREDENTIALS_V2, document: altered, sha256 }])).toThrow(expect.objectContaining({ code: 'context-changed' }));
  });

  it.each(['https://www.w3.org/ns/credentials/v2/', 'https://www.w3.org/ns/credentials/examples/v2', 'http://www.w3.org/ns/credentials/v2', 'file:///etc/passwd'])(
    'know no %s and fetch nothing',
    async (url) => {
      expect(bundledContexts.has(url)).toBe(false);
      await expect(bundledContexts.documentLoader(url)).rejects.toMatchObject({ code: 'unknown-context' });
    },
  );
});

(haveFixtures ? describe : describe.skip)('what W3C and 1EdTech published', () => {
  const published = haveFixtures ? Object.entries(fixture('contexts/index.json') as Record<string, { file: string }>) : [];
  const known = published.filter(([url]) => bundledContexts.has(url));

  it('covers every bundled context', () => expect(known.map(([url]) => url).sort()).toEqual([...bundledContexts.urls].sort()));

  it.each(known)('is what is bundled as %s', async (url, { file }) => {
    const { document } = await bundledContexts.documentLoader(url);
    expect(canonicalJson(document)).toBe(canonicalJson(fixture(`contexts/${file}`)));
  });
});
