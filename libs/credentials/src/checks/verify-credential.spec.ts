import { beforeAll, describe, expect, it } from '@jest/globals';
import { buildAchievementCredential } from '../achievement/build-achievement-credential.js';
import { bundledContexts } from '../contexts/bundled-contexts.js';
import { CREDENTIALS_V2, OPEN_BADGES } from '../contexts/context-urls.js';
import { resolveDidKey } from '../did/did-key.js';
import type { ResolveKey } from '../did/key-resolution.js';
import { lint } from '../linting/lint.js';
import { openCredential } from '../opening/open-credential.js';
import type { JsonObject } from '../document/json.js';
import { eddsaRdfc2022 as suite } from '../proof/suites/eddsa-rdfc-2022.js';
import { CredentialSigner, type SignedCredential } from '../proof/credential-signer.js';
import { SAMPLE_NOW, libraryCourse, sampleIssuer } from '../samples/library-course.js';
import { sampleSigner } from '../samples/sample-key.js';
import { isVerified } from './check.js';
import { verifyCredential } from './verify-credential.js';
import { HashedDocument } from '../canonical/hashed-document.js';
import { fault } from '../words/fault.js';

let signed: SignedCredential;
beforeAll(async () => {
  signed = await new CredentialSigner(sampleIssuer).sign(await lint(buildAchievementCredential(libraryCourse())), SAMPLE_NOW);
});

const check = (document: unknown, now = SAMPLE_NOW, resolveKey: ResolveKey = resolveDidKey) => verifyCredential(openCredential(JSON.parse(JSON.stringify(document))), { now, resolveKey });
const failures = async (...args: Parameters<typeof check>) => (await check(...args)).filter(({ result }) => result === 'failed').map(({ check: name, code, pointer }) => `${name} ${code} ${pointer}`);
const text = (json: string) => JSON.parse(json) as JsonObject;
const withText = (change: (json: string) => string) => text(change(JSON.stringify(signed)));
/** What safe mode refuses is refused whatever the proof says, and a proof that needs it says nothing. */
const meaningless = ['contexts not-canonicalizable undefined', 'proof not-canonicalizable /proof'];
const stranger = sampleSigner(9);
const strangersProof = async () => (await new CredentialSigner(stranger).sign(await lint(buildAchievementCredential(libraryCourse())), SAMPLE_NOW)).proof;

describe('verifying', () => {
  it('passes what we signed, check by check', async () => {
    const checks = await check(signed);
    expect(checks.map((one) => `${one.check} ${one.result}`)).toEqual(['structure passed', 'contexts passed', 'proof passed', 'issuer-binding passed', 'dates passed', 'schema passed']);
    expect(isVerified(checks)).toBe(true);
  });

  it('does not change the document', async () => {
    const before = JSON.stringify(signed);
    await verifyCredential(openCredential(signed), { now: SAMPLE_NOW, resolveKey: resolveDidKey });
    expect(JSON.stringify(signed)).toBe(before);
  });

  it('does not take composed for decomposed text', async () => {
    const facts = libraryCourse();
    const cafe = await new CredentialSigner(sampleIssuer).sign(await lint(buildAchievementCredential({ ...facts, achievement: { ...facts.achievement, name: 'Caf\u00e9' } })), SAMPLE_NOW);
    expect(await failures(cafe)).toEqual([]);
    expect(await failures(text(JSON.stringify(cafe).replaceAll('Caf\u00e9', 'Cafe\u0301')))).toEqual(['proof invalid-signature /proof']);
  });

  it.each<[string, (json: string) => string, string[]]>([
    ['a keyword', (json) => json.replace('"credentialSubject":{', '"credentialSubject":{"@id":"urn:x",'), ['structure refused-member /credentialSubject/@id', 'proof unreadable /proof']],
    ['@graph', (json) => json.replace('{', '{"@graph":[],'), ['structure refused-member /@graph', 'proof unreadable /proof']],
    ['@base in a proof', (json) => json.replace('"proof":{', '"proof":{"@base":"https://x.example/",'), ['structure refused-member /proof/@base', 'proof unreadable /proof']],
    ['__proto__', (json) => json.replace('"achievement":{', '"achievement":{"__proto__":{"name":"x"},'), ['structure refused-member /credentialSubject/achievement/__proto__', 'proof unreadable /proof']],
    ['constructor', (json) => json.replace('"criteria":{', '"criteria":{"constructor":1,'), ['structure refused-member /credentialSubject/achievement/criteria/constructor', 'proof unreadable /proof']],
    ['prototype in a list', (json) => json.replace('"evidence":[{', '"evidence":[{"prototype":1,'), ['structure refused-member /evidence/0/prototype', 'proof unreadable /proof']],
    ['a blank node id', (json) => json.replace('"criteria":{', '"criteria":{"id":"_:b0",'), ['structure refused-member /credentialSubject/achievement/criteria/id', 'proof unreadable /proof', 'schema invalid-open-badge /credentialSubject/achievement/criteria/id']],
    ['an unknown context', (json) => json.replace(OPEN_BADGES, 'https://evil.example/context.json'), ['contexts unknown-context /@context/1', 'proof unreadable /proof', 'schema open-badges-context-missing /@context']],
    ['a context twice', (json) => json.replace(`"${OPEN_BADGES}"`, `"${OPEN_BADGES}","${OPEN_BADGES}"`), ['contexts repeated-context /@context/2', 'proof unreadable /proof']],
    ['an inline context', (json) => json.replace(`"${OPEN_BADGES}"`, `"${OPEN_BADGES}",{"x":"urn:x"}`), ['contexts inline-context /@context/2', 'proof unreadable /proof']],
    ['an inline context deep inside', (json) => json.replace('"criteria":{', '"criteria":{"@context":{"narrative":"https://schema.org/name"},'), ['contexts inline-context /credentialSubject/achievement/criteria/@context/0', 'proof unreadable /proof']],
    ['a null context', (json) => json.replace('"criteria":{', '"criteria":{"@context":null,'), ['contexts inline-context /credentialSubject/achievement/criteria/@context/0', 'proof unreadable /proof']],
    ['another base context', (json) => json.replace(CREDENTIALS_V2, 'https://www.w3.org/2018/credentials/v1'), ['structure invalid-structure /issuanceDate', ...meaningless]],
    ['an undefined member', (json) => json.replace('"criteria":{', '"criteria":{"grade":"A",'), [...meaningless]],
    ['no subject', (json) => json.replace('"credentialSubject"', '"credentialSubjects"'), ['structure invalid-structure /credentialSubject', ...meaningless, 'schema invalid-open-badge /credentialSubject']],
    ['a date without a zone', (json) => json.replace('"validFrom":"2026-11-24T09:30:00.000Z"', '"validFrom":"2026-11-24T09:30:00.000"'), ['proof invalid-signature /proof', 'dates invalid-date /validFrom']],
    ['no type of status', (json) => json.replaceAll('"type":"BitstringStatusListEntry",', ''), ['structure invalid-structure /credentialStatus/0/type', ...meaningless]],
    ['no narrative, another text', (json) => json.replace('Three tasks', 'Four tasks'), ['proof invalid-signature /proof']],
  ])('refuses %s, and only for that', async (_, change, expected) => {
    expect(await failures(withText(change))).toEqual(expected);
  });

  it('judges dates by the time it is given', async () => {
    expect(await failures(signed, new Date('2026-11-24T09:28:59Z'))).toEqual(['dates not-yet-valid /validFrom']);
    expect(await failures(signed, new Date('2026-11-24T09:29:01Z'))).toEqual([]);
    expect(await failures(signed, new Date('2031-11-24T09:30:00Z'))).toEqual([]);
    expect(await failures(signed, new Date('2031-11-24T09:30:00.001Z'))).toEqual(['dates expired /validUntil']);
  });

  it('shows every fault, not the first alone', async () => {
    const document = withText((json) => json.replace('"type":["Profile"]', '"type":["Person"]').replace('Digital basics', 'Digital magic').replace('"id":"urn:uuid:5f0c', '"id":"5f0c'));
    expect(await failures(document, new Date('2040-01-01T00:00:00Z'))).toEqual([
      'structure invalid-structure /credentialSubject/id',
      ...meaningless,
      'dates expired /validUntil',
      'schema invalid-open-badge /issuer/type',
    ]);
  });
});

describe('a credential of the data model 1.1', () => {
  const version1 = async (change: JsonObject = {}): Promise<JsonObject> => {
    const document: JsonObject = {
      '@context': ['https://www.w3.org/2018/credentials/v1', 'https://w3id.org/security/data-integrity/v2'],
      id: 'urn:uuid:01936000-0000-7000-8000-000000000002',
      type: ['VerifiableCredential'],
      issuer: sampleIssuer.did,
      issuanceDate: '2026-11-24T09:00:00Z',
      expirationDate: '2027-11-24T09:00:00Z',
      credentialSubject: { id: 'did:example:learner' },
      ...change,
    };
    const options = { created: '2026-11-24T09:00:00Z', proofPurpose: 'assertionMethod' } as const;
    return { ...document, proof: await suite.prove(new HashedDocument(document, bundledContexts), options, sampleIssuer) };
  };

  it('is verified by its own words', async () => {
    expect((await check(await version1())).map((one) => `${one.check} ${one.result}`)).toEqual(['structure passed', 'contexts passed', 'proof passed', 'issuer-binding passed', 'dates passed', 'schema skipped']);
    expect(await failures(await version1(), new Date('2027-11-24T09:00:01Z'))).toEqual(['dates expired /expirationDate']);
    expect(await failures(await version1({ issuanceDate: '2026-11-25T00:00:00Z' }))).toEqual(['dates not-yet-valid /issuanceDate']);
  });

  it('needs an id of its status', async () => {
    const credentialStatus = { type: 'https://status.example/Type' };
    expect(await failures(await version1({ credentialStatus }))).toEqual(['structure invalid-structure /credentialStatus/id']);
  });
});

describe('a proof', () => {
  it.each<[string, (proof: JsonObject) => unknown, string[]]>([
    ['none', () => undefined, ['proof no-proof /proof']],
    ['an empty list', () => [], ['proof no-proof /proof']],
    ['a word', () => 'yes', ['proof invalid-proof /proof', 'issuer-binding not-the-issuers-key /proof/verificationMethod']],
    ['another type', (proof) => ({ ...proof, type: 'Ed25519Signature2018' }), ['proof invalid-proof /proof', 'issuer-binding not-the-issuers-key /proof/verificationMethod']],
    ['an unknown suite', (proof) => ({ ...proof, cryptosuite: 'eddsa-2022' }), ['proof unsupported-cryptosuite /proof']],
    ['another purpose', (proof) => ({ ...proof, proofPurpose: 'authentication' }), ['proof wrong-proof-purpose /proof']],
    ['base16', (proof) => ({ ...proof, proofValue: `f${'00'.repeat(64)}` }), ['proof invalid-proof-value /proof']],
    ['base64url', (proof) => ({ ...proof, proofValue: `u${'A'.repeat(86)}` }), ['proof invalid-proof-value /proof']],
    ['a short value', (proof) => ({ ...proof, proofValue: String(proof.proofValue).slice(0, -4) }), ['proof invalid-proof-value /proof']],
    ['a value of spaces', (proof) => ({ ...proof, proofValue: `${String(proof.proofValue)} ` }), ['proof invalid-proof-value /proof']],
    ['another created', (proof) => ({ ...proof, created: '2026-11-24T09:30:01Z' }), ['proof invalid-signature /proof']],
    ['expired', (proof) => ({ ...proof, expires: '2026-11-24T09:29:59Z' }), ['proof proof-expired /proof']],
    ['another created, not a date', (proof) => ({ ...proof, created: 'today' }), ['proof invalid-proof /proof', 'issuer-binding not-the-issuers-key /proof/verificationMethod']],
    ['contexts of its own', (proof) => ({ ...proof, '@context': [CREDENTIALS_V2] }), ['proof proof-context /proof']],
    ['a missing previousProof', (proof) => ({ ...proof, previousProof: 'urn:uuid:gone' }), ['proof previous-proof-missing /proof']],
    ['more than anybody needs', (proof) => Array.from({ length: 21 }, () => proof), ['proof too-many-proofs /proof', 'issuer-binding not-the-issuers-key /proof/verificationMethod']],
    ['one good and one broken', (proof) => [proof, { ...proof, created: '2026-11-24T09:30:01Z' }], ['proof invalid-signature /proof/1']],
    ['a key that does not exist', (proof) => ({ ...proof, verificationMethod: `${sampleIssuer.did}#other` }), ['proof invalid-verification-method /proof']],
    ['a method nobody knows', (proof) => ({ ...proof, verificationMethod: 'did:example:1#1' }), ['proof unsupported-did-method /proof', 'issuer-binding not-the-issuers-key /proof/verificationMethod']],
  ])('of %s is refused', async (_, change, expected) => {
    expect(await failures({ ...signed, proof: change(signed.proof) })).toEqual(expected);
  });

  it('by a stranger is not the issuer’s, alone or beside the issuer’s own', async () => {
    const proof = await strangersProof();
    expect(await failures({ ...signed, proof })).toEqual(['issuer-binding not-the-issuers-key /proof/verificationMethod']);
    expect(await failures({ ...signed, proof: [signed.proof, proof] })).toEqual(['issuer-binding not-the-issuers-key /proof/1/verificationMethod']);
  });

  it('twice by the issuer is fine', async () => {
    const later = (await new CredentialSigner(sampleIssuer).sign(await lint(buildAchievementCredential(libraryCourse())), new Date('2026-11-24T09:31:00Z'))).proof;
    expect(await failures({ ...signed, proof: [signed.proof, later] })).toEqual([]);
  });

  it('stands on the key that the resolver gives, whatever the proof says', async () => {
    const resolved = (controller: string, publicKey = sampleIssuer.publicKey) => () => ({ controller, publicKey });
    expect(await failures(signed, SAMPLE_NOW, resolved(sampleIssuer.did))).toEqual([]);
    expect(await failures(signed, SAMPLE_NOW, resolved('did:web:other.example'))).toEqual(['issuer-binding not-the-issuers-key /proof/verificationMethod']);
    expect(await failures(signed, SAMPLE_NOW, resolved(sampleIssuer.did, stranger.publicKey))).toEqual(['proof invalid-signature /proof']);
    expect(await failures(signed, SAMPLE_NOW, () => fault('key-revoked', { ended: '2026-01-01' }))).toEqual(['proof key-revoked /proof']);
  });
});
