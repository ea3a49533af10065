import { describe, expect, it } from '@jest/globals';
import { CREDENTIALS_V1, CREDENTIALS_V2, DATA_INTEGRITY_V2, OPEN_BADGES } from '../contexts/context-urls.js';
import type { JsonObject } from '../document/json.js';
import { sampleSigner } from '../samples/sample-key.js';
import { statusEntries } from '../status-list/status-entry.js';
import { completeAttestation, wantsPlace } from './attestation.js';
import { lintAttestation, refuseAttestation } from './lint-attestation.js';

const { did } = sampleSigner(7);
const other = sampleSigner(8).did;
const rules = { issuers: [did] };
const place = { revocationList: 'https://laurel.example/v1/status-lists/1', suspensionList: 'https://laurel.example/v1/status-lists/2', index: 42 };
const draft = (change: JsonObject = {}): JsonObject => ({
  '@context': [CREDENTIALS_V2], type: ['VerifiableCredential'], issuer: did, credentialSubject: { id: 'did:example:subject' }, ...change,
});
const version1 = (change: JsonObject = {}): JsonObject => draft({ '@context': [CREDENTIALS_V1], issuanceDate: '2020-03-16T22:37:26.544Z', ...change });
const WRONG = `sha384-${'A'.repeat(64)}`;

describe("a provider's own words", () => {
  it.each<[string, JsonObject]>([
    ['no more than a subject', draft()],
    ['an id of its own, and a type that is an absolute URL', draft({ id: 'urn:uuid:5f0c2c6e-5d0e-4f0a-9d55-8a1f6a3b7c21', type: ['https://example.org/#Membership', 'VerifiableCredential'] })],
    ['an issuer with a name in two languages', draft({ issuer: { id: did, name: [{ '@value': 'Library', '@language': 'en' }, { '@value': 'مكتبة', '@language': 'ar', '@direction': 'rtl' }] } })],
    ['a name with its direction', draft({ name: { '@value': 'HTML', '@direction': 'ltr' }, description: 'plain' })],
    ['several subjects', draft({ credentialSubject: [{ id: 'did:example:1' }, { id: 'did:example:2' }] })],
    ['milliseconds and an offset', draft({ validFrom: '2023-02-26T01:02:58.447Z', validUntil: '2023-02-26T20:00:00-06:00' })],
    ['a time that lies ahead', draft({ validFrom: '2999-01-01T00:00:00Z' })],
    ['schemas, services, terms and evidence', draft({
      credentialSchema: [{ id: 'did:example:schemas/1', type: 'https://example.org/#Schema' }], refreshService: { type: 'https://example.org/#Refresh' },
      termsOfUse: [{ type: 'https://example.org/#Terms' }], evidence: { id: 'https://example.org/photo', type: 'https://example.org/#Photo' },
    })],
    ['a related resource whose bytes are known', draft({ relatedResource: { id: CREDENTIALS_V2, digestSRI: 'sha384-l/HrjlBCNWyAX91hr6LFV2Y3heB5Tcr6IeE4/Tje8YyzYBM8IhqjHWiWpr8+ZbYU', mediaType: 'application/ld+json' } })],
    ['the same as it was published before, as the bare digest and as a Multihash', draft({ relatedResource: [
      { id: CREDENTIALS_V2, digestMultibase: 'uJKGMkOmFbVJhEfKTduMC2XCyvRAYLjOVmZWwIH1wQ7k' }, { id: 'https://example.org/photo', digestMultibase: 'uEiAkoYyQ6YVtUmER8pN24wLZcLK9EBguM5WZlbAgfXBDuQ' },
    ] })],
    ['a status of another kind', draft({ credentialStatus: { type: 'https://example.org/#Status' } })],
    ['VC Data Model 1.1', version1({ expirationDate: '2030-01-01T00:00:00Z' })],
  ])('may be %s', async (_, document) => {
    const complete = completeAttestation(document, { id: 'urn:uuid:01936000-0000-7000-8000-000000000001', embedded: true, ...(wantsPlace(document) && { place }) });
    const linted = await lintAttestation(complete, { ...rules, ...(wantsPlace(document) && { place }) });
    expect(linted.document).toMatchObject({ issuer: document.issuer, credentialSubject: document.credentialSubject });
  });

  it.each<[string, JsonObject, string, string]>([
    ['in the name of somebody else', draft({ issuer: other }), 'invalid-structure', '/issuer'],
    ['in the name of nobody', draft({ issuer: null }), 'invalid-structure', '/issuer'],
    ['with more members than a verifier looks at', draft({ credentialSubject: Array.from({ length: 5_000 }, (_, at) => ({ id: `urn:a:${at}` })) }), 'too-large', ''],
    ['with a proof', draft({ proof: {} }), 'invalid-structure', '/proof'],
    ['with a context written out', draft({ '@context': [CREDENTIALS_V2, { name: 'https://schema.org/description' }] }), 'refused-contexts', '/@context/1'],
    ['with a context beyond the list', draft({ '@context': [CREDENTIALS_V2, 'https://example.org/context'] }), 'refused-contexts', '/@context/1'],
    ['as a list of status bits', draft({ type: ['VerifiableCredential', 'BitstringStatusListCredential'] }), 'invalid-structure', '/type'],
    ['about a list of status bits', draft({ credentialSubject: [{ id: 'did:example:1' }, { id: 'https://laurel.example/v1/status-lists/1#list', type: 'https://www.w3.org/ns/credentials/status#BitstringStatusList' }] }), 'invalid-structure', '/credentialSubject/1/type'],
    ['with a place that it took itself', draft({ credentialStatus: statusEntries(place).map((entry) => ({ ...entry })) }), 'invalid-structure', '/credentialStatus'],
    ['as an Open Badge that is none', draft({ '@context': [CREDENTIALS_V2, OPEN_BADGES], type: ['VerifiableCredential', 'OpenBadgeCredential'] }), 'invalid-open-badge', '/id'],
    ['with an end before the start', draft({ validFrom: '2026-11-24T00:00:00Z', validUntil: '2026-11-23T23:59:59Z' }), 'invalid-dates', '/validUntil'],
    ['with a date as mail has it', draft({ validFrom: 'Tue, 24 Nov 2026 09:30:00 GMT' }), 'invalid-dates', '/validFrom'],
    ['with a date of version 1.1 that is none', version1({ issuanceDate: 'yesterday' }), 'invalid-dates', '/issuanceDate'],
    ['with a name that has a link', draft({ name: { '@value': 'x', '@language': 'en', url: 'https://example.org' } }), 'refused-member', '/name/@value'],
    ['with a keyword in a claim', draft({ credentialSubject: { id: 'did:example:1', '@type': 'https://example.org/#T' } }), 'refused-member', '/credentialSubject/@type'],
    ['with a related resource of another content', draft({ relatedResource: [{ id: CREDENTIALS_V2, digestSRI: WRONG }] }), 'invalid-structure', '/relatedResource/0'],
    ['with a related resource twice', draft({ relatedResource: [{ id: 'https://example.org/1', digestSRI: WRONG }, { id: 'https://example.org/1', digestSRI: WRONG }] }), 'invalid-structure', '/relatedResource'],
    ['with a digest in the wrong alphabet', draft({ relatedResource: { id: 'https://example.org/1', digestSRI: `sha384-_${'A'.repeat(63)}` } }), 'invalid-structure', '/relatedResource/digestSRI'],
    ['with a word that has no meaning', draft({ credentialSubject: { id: 'did:example:1', grade: 'A' } }), 'not-canonicalizable', ''],
  ])('may not be signed %s', async (_, document, code, pointer) => {
    await expect(lintAttestation(document, rules)).rejects.toMatchObject({ name: 'CredentialError', code, ...(pointer && { pointer }) });
  });

  it('may name no other place than the one that was taken', () => {
    const { index, ...lists } = place;
    const named = completeAttestation(draft(), { id: 'urn:uuid:x', place, embedded: true });
    expect(() => refuseAttestation(named, { ...rules, place })).not.toThrow();
    expect(() => refuseAttestation(named, { ...rules, place: { ...lists, index: index + 1 } })).toThrow('places in status lists');
  });

  it('may bring contexts along where the proof alone is asked, none of which gives a protected word another meaning', async () => {
    const withContext = (context: JsonObject) => lintAttestation(draft({ '@context': [CREDENTIALS_V2, context], credentialSubject: { id: 'did:example:1', grade: 'A' } }), { ...rules, profile: 'proof-only' });
    await expect(withContext({ grade: 'https://example.org/#grade' })).resolves.toBeDefined();
    await expect(withContext({ grade: 'https://example.org/#grade', VerifiableCredential: 'https://example.org/#other' })).rejects.toMatchObject({ code: 'not-canonicalizable' });
  });

  it('get the context of Data Integrity where version 1.1 has no words for a proof, once', () => {
    const complete = (document: JsonObject, embedded: boolean) => completeAttestation(document, { id: 'urn:uuid:x', embedded })['@context'];
    expect(complete(version1(), true)).toEqual([CREDENTIALS_V1, DATA_INTEGRITY_V2]);
    expect(complete(version1({ '@context': [CREDENTIALS_V1, DATA_INTEGRITY_V2] }), true)).toEqual([CREDENTIALS_V1, DATA_INTEGRITY_V2]);
    expect([complete(version1(), false), complete(draft(), true)]).toEqual([[CREDENTIALS_V1], [CREDENTIALS_V2]]);
  });

  it('are left as they are, but for an id where there is none', () => {
    expect(completeAttestation(draft({ id: 'urn:a' }), { id: 'urn:b', embedded: true })).toEqual(draft({ id: 'urn:a' }));
    expect(completeAttestation(draft(), { id: 'urn:b', embedded: true })).toEqual({ ...draft(), id: 'urn:b' });
  });
});
