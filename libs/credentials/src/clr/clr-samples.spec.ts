import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { verifyCredential } from '../checks/verify-credential.js';
import { bundledContexts } from '../contexts/bundled-contexts.js';
import { pinnedContext } from '../contexts/pinned-context.js';
import { resolveOffline } from '../did/resolve-offline.js';
import type { ResolveKey } from '../did/key-resolution.js';
import type { JsonObject } from '../document/json.js';
import { decodeMultikey } from '../keys/multikey.js';
import { openCredential } from '../opening/open-credential.js';
import { fixture, fixtureFolder, fixtureText, haveFixtures } from '../samples/fixtures.config.js';
import { clrFault } from './clr-credential.js';
import { clrParts } from './clr-parts.js';

/** 1EdTech's validator takes the key from the fragment of an https verification method; so does this test. */
const resolveKey: ResolveKey = (method, purpose) => {
  const [controller = '', key = ''] = method.split('#');
  return controller.startsWith('https:') ? { controller, publicKey: decodeMultikey(key) } : resolveOffline(method, purpose);
};
const SUITE_2020 = 'https://w3id.org/security/suites/ed25519-2020/v1';

/** As an operator would add it by configuration: file and hash. */
function withSuite2020() {
  const { file, sha256 } = fixture('contexts/index.json')[SUITE_2020] as { file: string; sha256: string };
  return bundledContexts.with([pinnedContext(SUITE_2020, readFileSync(join(fixtureFolder, 'contexts', file)), sha256)]);
}
const read = (file: string): JsonObject | string => (file.endsWith('.jwt') ? fixtureText(`clr20-samples/${file}`) : fixture(`clr20-samples/${file}`));
async function verdict(sent: JsonObject | string, contexts = bundledContexts) {
  const checks = await verifyCredential(openCredential(sent), { now: new Date('2026-11-24T09:30:00Z'), resolveKey, contexts });
  return checks.filter(({ result }) => result === 'failed').map(({ check, code }) => `${check} ${code}`);
}

(haveFixtures ? describe : describe.skip)('1EdTech’s samples of CLR 2.0', () => {
  it.each<[string, string | undefined, string[]]>([
    ['simple.json', undefined, []],
    ['simple_v1.json', undefined, ['contexts unknown-context', 'proof unreadable']],
    ['complex.json', undefined, ['contexts unknown-context', 'proof unreadable']],
    ['simple_old_safesigned.json', 'clr-context-missing', ['contexts unknown-context', 'proof unreadable', 'schema clr-context-missing']],
    ['simple-noproof.json', 'clr-context-missing', ['contexts unknown-context', 'proof no-proof', 'schema clr-context-missing']],
    ['simple.jwt', 'clr-context-missing', ['contexts unknown-context', 'proof key-in-header', 'issuer-binding not-the-issuers-key', 'schema clr-context-missing']],
  ])('%s: as a record %s, and by the checks %j', async (file, fault, failures) => {
    const sent = read(file);
    expect(await verdict(sent)).toEqual(failures);
    expect(clrFault(openCredential(sent).document)?.code).toBe(fault);
  });

  it.each<[string, number]>([['simple.json', 1], ['simple_v1.json', 6], ['complex.json', 6], ['simple_old_safesigned.json', 1], ['simple-noproof.json', 1], ['simple.jwt', 1]])('%s has %i parts', (file, parts) => {
    expect(clrParts(openCredential(read(file)).document).length).toBe(parts);
  });

  it('the part of simple.json is verified by itself', async () => {
    const [part] = clrParts(fixture('clr20-samples/simple.json'));
    expect(await verdict(part!.credential)).toEqual([]);
  });

  it.each(['simple_v1.json', 'complex.json'])('%s is understood once an operator adds the context of its suite', async (file) => {
    expect(await verdict(read(file), withSuite2020())).toEqual(['proof invalid-proof', 'issuer-binding not-the-issuers-key']);
  });

  it('a record is not called good when a part was put into another', async () => {
    const simple = fixture('clr20-samples/simple.json');
    const text = JSON.stringify(simple).replace('Teamwork Badge', 'Leadership Badge');
    expect(await verdict(JSON.parse(text) as JsonObject)).toEqual(['proof invalid-signature']);
  });
});
