import { describe, expect, it } from '@jest/globals';
import { HashedDocument } from '../canonical/hashed-document.js';
import { resolveOffline } from '../did/resolve-offline.js';
import type { JsonObject } from '../document/json.js';
import { openCredential } from '../opening/open-credential.js';
import { eddsaRdfc2022 } from '../proof/suites/eddsa-rdfc-2022.js';
import { fixture, haveFixtures, vectorContexts } from '../samples/fixtures.config.js';
import { SAMPLE_NOW, sampleIssuer } from '../samples/library-course.js';
import { Bitstring } from '../status-list/bitstring.js';
import { openBitstringList } from './bitstring-list.js';
import { checkStanding } from './check-standing.js';

(haveFixtures ? describe : describe.skip)('the examples of Bitstring Status List 1.0', () => {
  const example = (number: number): JsonObject => {
    const { _title, ...document } = fixture(`bitstring-status-list/example-${number}.json`);
    return { ...document, issuer: sampleIssuer.did };
  };
  /** The list of an example, which has no proof there, signed. */
  const list = async (number: number, change: object = {}) => {
    const document = example(number);
    const changed = { ...document, credentialSubject: { ...(document.credentialSubject as JsonObject), ...change } };
    const proof = await eddsaRdfc2022.prove(new HashedDocument(changed, vectorContexts()), { created: '2026-11-24T09:00:00Z', proofPurpose: 'assertionMethod' }, sampleIssuer);
    return openBitstringList({ form: 'json', json: { ...changed, proof } }, String(document.id), { now: SAMPLE_NOW, resolveKey: resolveOffline, contexts: vectorContexts() });
  };
  const bits = Bitstring.empty();
  bits.set(94_567, true);

  /** The list for revocations is that of an example; the one for suspensions is like it, of the other purpose. */
  const standing = (credential: number, inList: number, change: object = {}) =>
    checkStanding(openCredential(example(credential)), {
      listAt: (url) => list(inList, url.endsWith('/4') ? { statusPurpose: 'suspension' } : change),
      speaksFor: async () => false,
    });

  it.each([[1, 2, '/credentialStatus/0'], [1, 4, '/credentialStatus/0'], [3, 2, '/credentialStatus'], [3, 4, '/credentialStatus']])('say of example %d by the list of example %d that it stands, and by one with its bit set that it does not', async (credential, inList, pointer) => {
    expect(await standing(credential, inList)).toMatchObject({ result: 'passed', code: 'still-stands' });
    expect(await standing(credential, inList, { encodedList: bits.encode() })).toMatchObject({ result: 'failed', code: 'revoked', pointer });
  });
});
