import { describe, expect, it } from '@jest/globals';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { createDiscloseCryptosuite, createSignCryptosuite, createVerifyCryptosuite } from '@digitalbazaar/ecdsa-sd-2023-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import type { JsonObject } from '../document/json.js';
import { loadOffline } from '../foreign/implementations/load-offline.js';
import { disclosureIssuer, disclosureSamples, pointersOf, verdict, withBaseProof } from '../samples/disclosure-samples.js';
import { SAMPLE_NOW } from '../samples/library-course.js';
import { deriveProof } from './derive-proof.js';
import { mandatoryPointers } from './mandatory-pointers.js';

const { verificationMethod, sign } = disclosureIssuer;
const copy = (value: object) => JSON.parse(JSON.stringify(value)) as JsonObject;

async function theirVerdict(credential: JsonObject): Promise<boolean> {
  const suite = new DataIntegrityProof({ cryptosuite: createVerifyCryptosuite() });
  return (await vc.verifyCredential({ credential: copy(credential), suite, documentLoader: loadOffline, checkStatus: async () => ({ verified: true }), now: SAMPLE_NOW })).verified;
}

async function theirBase(document: JsonObject): Promise<JsonObject> {
  const signer = { algorithm: 'P-256', id: verificationMethod, sign: ({ data }: { data: Uint8Array }) => sign(data) };
  const suite = new DataIntegrityProof({ signer, date: SAMPLE_NOW, cryptosuite: createSignCryptosuite({ mandatoryPointers: mandatoryPointers(document) }) });
  return copy(await vc.issue({ credential: copy(document), suite, documentLoader: loadOffline, now: SAMPLE_NOW }));
}

async function theirPart(verifiableCredential: JsonObject, selectivePointers: readonly string[]): Promise<JsonObject> {
  const suite = new DataIntegrityProof({ cryptosuite: createDiscloseCryptosuite({ selectivePointers }) });
  return copy(await vc.derive({ verifiableCredential: copy(verifiableCredential), suite, documentLoader: loadOffline }));
}

/** Lists of one are no lists in what they choose from, so a place in a list cannot be chosen there. */
const chosen = (document: JsonObject) => pointersOf(document).filter((pointer) => pointer !== '' && !/\/\d/.test(pointer));
const altered = (credential: JsonObject) => ({ ...credential, name: 'Another name' });

/** They cannot take apart lists whose order counts, and take `_:` in a text for a label. */
const samples = disclosureSamples.filter(([name]) => !['a list whose order counts', 'text like labels', 'credentials in a presentation'].includes(name));

describe.each(samples)('%s, with @digitalbazaar/ecdsa-sd-2023-cryptosuite', (_name, document) => {
  const selectivePointers = chosen(document);

  it('ours is accepted, and refused altered', async () => {
    const base = await withBaseProof(document);
    for (const pointers of [[], ['/name'], selectivePointers, ['']]) {
      const derived = await deriveProof(base, { selectivePointers: pointers });
      expect(await theirVerdict(derived)).toBe(true);
      expect(await theirVerdict(altered(derived))).toBe(false);
    }
  });

  it('what they take from our base proof is the very part that we take', async () => {
    const base = await withBaseProof(document);
    for (const pointer of selectivePointers.filter((_, at) => at % 5 === 0)) expect(await theirPart(base, [pointer])).toEqual(await deriveProof(base, { selectivePointers: [pointer] }));
  });

  it('theirs is accepted, whoever took the part, and refused altered', async () => {
    const base = await theirBase(document);
    for (const derived of [await theirPart(base, selectivePointers), await deriveProof(base, { selectivePointers })]) {
      expect(await verdict(derived)).toBe('verified');
      expect(await verdict(altered(derived))).toBe('invalid-signature');
      expect(await theirVerdict(derived)).toBe(true);
    }
    expect(await verdict(base)).toBe('base-proof');
  });
});

describe('a list whose order counts, with @digitalbazaar/ecdsa-sd-2023-cryptosuite', () => {
  it('is verified, though it cannot be taken apart there', async () => {
    const [, document = {}] = disclosureSamples.find(([name]) => name === 'a list whose order counts') ?? [];
    const derived = await deriveProof(await withBaseProof(document), { selectivePointers: ['/name'] });
    expect(await theirVerdict(derived)).toBe(true);
    expect(await theirVerdict(altered(derived))).toBe(false);
  });
});
