import { describe, expect, it } from '@jest/globals';
import { decodeMultikey } from '../keys/multikey.js';
import { resolveDidKey } from '../did/did-key.js';
import type { ResolveKey } from '../did/key-resolution.js';
import { openCredential } from '../opening/open-credential.js';
import { fixture, haveFixtures } from '../samples/fixtures.config.js';
import { fault } from '../words/fault.js';
import { type Check, isVerified } from './check.js';
import { verifyCredential } from './verify-credential.js';

interface Case {
  readonly test: string;
  readonly file: string;
  readonly expected: 'valid' | 'invalid' | 'valid-with-warning' | 'see-probes';
}
const cases = haveFixtures ? (fixture('ob30-samples/expectations.json').cases as readonly object[] as readonly Case[]) : [];

/** 1EdTech's validator takes the key from the fragment of an https verification method; so does this test. */
const resolveKey: ResolveKey = (method) => {
  const [controller = '', key = ''] = method.split('#');
  if (!controller.startsWith('https:')) return resolveDidKey(method);
  try {
    return { controller, publicKey: decodeMultikey(key) };
  } catch {
    return fault('unknown-key', { controller });
  }
};
const verify = (file: string): Promise<Check[]> => verifyCredential(openCredential(fixture(`ob30-samples/${file}`)), { now: new Date('2026-11-24T09:30:00Z'), resolveKey });
const failed = (checks: readonly Check[]) => checks.filter(({ result }) => result === 'failed').map(({ check }) => check);

// Not judged here: images and compact tokens, other suites, status lists, which the verification service reads.
const json = cases.filter(({ file }) => file.endsWith('.json') && !file.startsWith('bit-string-list') && !file.startsWith('sd/'));
const otherSuite = new Set(['simple_v1.json', 'complete_v1.json', 'simple-eddsa-2022.json', 'credential-status-revoked.json']);
// 1EdTech takes it, we must not: its issuer is a urn:uuid, which no key can belong to, and its verification method has no fragment.
const unbound = new Set(['simple-did-key-method.json']);
const judged = json.filter(({ file }) => !otherSuite.has(file) && !unbound.has(file));

(haveFixtures ? describe : describe.skip)('1EdTech’s samples of Open Badges 3.0', () => {
  it.each(judged.filter(({ expected }) => expected === 'valid'))('$file is accepted', async ({ file }) => {
    expect(failed(await verify(file))).toEqual([]);
  });
  it.each(judged.filter(({ expected }) => expected === 'invalid'))('$file is refused', async ({ file }) => {
    expect(isVerified(await verify(file))).toBe(false);
  });
  it.each(json.filter(({ file }) => otherSuite.has(file)))('$file, of a suite to come, is not called good', async ({ file }) => {
    expect(failed(await verify(file))).toContain('proof');
  });
  it.each([...unbound])('%s is not called its issuer’s', async (file) => {
    expect(failed(await verify(file))).toEqual(['proof', 'issuer-binding']);
  });
  it.each<[string, string[]]>([
    ['simple-err-issued.json', ['dates']],
    ['simple-err-expired.json', ['dates']],
    ['simple-err-proof-value.json', ['proof']],
    ['simple-err-context.json', ['contexts', 'proof']],
    ['simple-err-issuer.json', ['structure', 'schema']],
    ['simple-multiple-proofs.json', ['proof', 'issuer-binding']],
    ['simple-noproof.json', ['proof']],
    ['complete.json', []],
  ])('%s fails in %j', async (file, expected) => {
    expect(failed(await verify(file))).toEqual(expect.arrayContaining(expected));
    expect(isVerified(await verify(file))).toBe(expected.length === 0);
  });
  it('covers at least 25 of the 41 cases', () => expect(judged.length + otherSuite.size).toBeGreaterThanOrEqual(25));
});
