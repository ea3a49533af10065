import { describe, expect, it } from '@jest/globals';
import { verifyCredential } from '../checks/verify-credential.js';
import type { JsonObject } from '../document/json.js';
import { openCredential } from '../opening/open-credential.js';
import { EDTECH_NOW as now, edtechSample, resolveFromFragment as resolveKey } from '../samples/edtech-samples.js';
import { fixture, haveFixtures } from '../samples/fixtures.config.js';
import { clrFault } from './clr-credential.js';
import { clrParts } from './clr-parts.js';

const read = (file: string) => edtechSample(`clr20-samples/${file}`);
async function verdict(sent: JsonObject | string) {
  const checks = await verifyCredential(openCredential(sent), { now, resolveKey });
  return checks.filter(({ result }) => result === 'failed').map(({ check, code }) => `${check} ${code}`);
}

(haveFixtures ? describe : describe.skip)('1EdTech’s samples of CLR 2.0', () => {
  it.each<[string, string | undefined, string[]]>([
    ['simple.json', undefined, []],
    // the issuer of both is a urn:uuid, which no key can belong to
    ['simple_v1.json', undefined, ['proof unsupported-did-method']],
    ['complex.json', undefined, ['proof invalid-verification-method', 'issuer-binding not-the-issuers-key']],
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

  it('a record is not called good when a part was put into another', async () => {
    const simple = fixture('clr20-samples/simple.json');
    const text = JSON.stringify(simple).replace('Teamwork Badge', 'Leadership Badge');
    expect(await verdict(JSON.parse(text) as JsonObject)).toEqual(['proof invalid-signature']);
  });
});
