import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import * as ed25519 from '@digitalbazaar/ed25519-multikey';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import { bundledContexts, CREDENTIALS_V2, type JsonObject } from '@laurel/credentials';
import { FakeClock, ServiceUnderTest } from '@laurel/testing';
import { VerificationConfig, VerificationModule } from '../app.module.js';
import { PresentationVerification } from '../presentations/presentation.js';
import { NOW, unsigned } from '../samples/first-aid.js';
import { NotVerified, Verified } from './vc-api.js';

/** What a wallet and an issuer of another make send. */
const asked = { challenge: 'c-1', domain: 'employer.example' };
const { documentLoader } = bundledContexts;
type Key = Awaited<ReturnType<typeof ed25519.from>>;
let service: ServiceUnderTest;
let issuer: Key;
let holder: Key;
let credential: JsonObject;

beforeAll(async () => {
  service = await ServiceUnderTest.start({ name: 'verification', config: VerificationConfig, moduleOf: (config) => VerificationModule.with(config), clock: new FakeClock(NOW) });
  [issuer, holder] = [await newKey(), await newKey()];
  credential = await issued();
});
afterAll(() => service.stop());

async function newKey(): Promise<Key> {
  const key = await ed25519.generate({});
  const { publicKeyMultibase, secretKeyMultibase } = await key.export({ publicKey: true, secretKey: true });
  const controller = `did:key:${publicKeyMultibase}`;
  return ed25519.from({ type: 'Multikey', id: `${controller}#${publicKeyMultibase}`, controller, publicKeyMultibase, secretKeyMultibase });
}
const copy = (json: unknown): JsonObject => JSON.parse(JSON.stringify(json)) as JsonObject;
const suiteOf = (key: Key) => new DataIntegrityProof({ cryptosuite, signer: key.signer(), date: NOW });

/** A credential of a stranger about the holder; `change` replaces parts before it is signed. */
async function issued(change: JsonObject = {}, by = issuer): Promise<JsonObject> {
  const { credentialStatus: _, credentialSubject, ...plain } = unsigned({ id: issuer.controller, name: 'A Stranger' });
  const document = copy({ ...plain, credentialSubject: { ...(credentialSubject as JsonObject), id: holder.controller }, ...change });
  return copy(await vc.issue({ credential: document, suite: suiteOf(by), documentLoader, now: NOW }));
}
async function presented(credentials: readonly JsonObject[], { by = holder, ...options }: { by?: Key; challenge?: string; domain?: string } = asked): Promise<JsonObject> {
  const presentation = copy({ '@context': [CREDENTIALS_V2], type: ['VerifiablePresentation'], holder: holder.controller, verifiableCredential: credentials });
  return copy(await vc.signPresentation({ presentation, suite: suiteOf(by), documentLoader, challenge: options.challenge ?? 'none', ...(options.domain !== undefined && { domain: options.domain }) }));
}

describe('VC API: verify a credential', () => {
  const verify = (body: unknown, path = '/credentials/verify') => service.post(path, body);

  it('answers 200 for what is verified, with what there is to be known', async () => {
    const { status, body } = await verify({ verifiableCredential: credential, options: { checks: ['proof'], anything: 'else' } });
    expect(status).toBe(200);
    expect(Verified.parse(body).problemDetails).toEqual([{ type: 'about:blank', title: expect.any(String), detail: expect.any(String), code: 'issuer-not-recognised', pointer: '/verifiableCredential/issuer' }]);
  });

  it.each<[string, () => JsonObject | Promise<JsonObject>, string, string]>([
    ['altered', () => ({ ...credential, name: 'Other' }), 'https://www.w3.org/TR/vc-data-model#CRYPTOGRAPHIC_SECURITY_ERROR', 'invalid-signature'],
    ['of no contexts', () => ({ ...credential, '@context': 4 }), 'https://www.w3.org/TR/vc-data-model#MALFORMED_VALUE_ERROR', 'base-context'],
    ['of a stranger’s key', () => issued({}, holder), 'https://www.w3.org/TR/vc-data-model#CRYPTOGRAPHIC_SECURITY_ERROR', 'not-the-issuers-key'],
    ['that is over', () => issued({ validUntil: '2026-11-25T00:00:00Z' }), 'https://www.w3.org/TR/vc-data-model#RANGE_ERROR', 'expired'],
    ['whose status cannot be found out', () => issued({ credentialStatus: unsigned().credentialStatus! }), 'https://www.w3.org/ns/credentials/status-list#STATUS_RETRIEVAL_ERROR', 'status-unavailable'],
    ['with a broken proof', () => ({ ...credential, proof: 'yes' }), 'https://w3id.org/security#PROOF_VERIFICATION_ERROR', 'invalid-proof'],
    ['of nothing', () => ({}), 'https://www.w3.org/TR/vc-data-model#CRYPTOGRAPHIC_SECURITY_ERROR', 'no-proof'],
  ])('answers 422 for one %s', async (_, change, type, code) => {
    const { status, headers, body } = await verify({ verifiableCredential: await change() });
    expect({ status, type: headers.get('content-type') }).toEqual({ status: 422, type: expect.stringContaining('application/problem+json') });
    const { problemDetails, ...problem } = NotVerified.parse(body);
    expect(problem).toMatchObject({ verified: false, code: 'credential-not-verified', type: 'http://laurel.test/problems/credential-not-verified', status: 422 });
    expect(problemDetails).toContainEqual(expect.objectContaining({ type, code }));
  });

  it.each([[{}], [null], [[]], [{ verifiableCredential: null }], [{ verifiableCredential: JSON.stringify({}) }], [{ verifiableCredential: [] }], [{ credential: {} }], [{ verifiableCredential: {}, options: 7 }]])('answers %j with 422 and JSON', async (body) => {
    for (const path of ['/credentials/verify', '/profiles/proof-only/credentials/verify']) {
      expect(await verify(body, path)).toMatchObject({ status: 422, body: { status: 422, code: expect.any(String) } });
    }
  });

  it('asks for the issuer’s key, unless only the proof is asked for by name', async () => {
    const verifiableCredential = await issued({ validUntil: '2026-11-25T00:00:00Z' }, holder);
    expect((await verify({ verifiableCredential })).status).toBe(422);
    expect(await verify({ verifiableCredential }, '/profiles/proof-only/credentials/verify')).toMatchObject({ status: 200, body: { verified: true, problemDetails: [] } });
    expect((await verify({ verifiableCredential: { ...verifiableCredential, name: 'x' } }, '/profiles/proof-only/credentials/verify')).status).toBe(422);
  });
});

describe('a presentation', () => {
  const verify = (verifiablePresentation: unknown, options: JsonObject = asked, path = '/presentations/verify') => service.post(path, { verifiablePresentation, options });

  it('is answered with 200 by the VC API, and in /v1 with each credential in it', async () => {
    const sent = await presented([credential]);
    expect(await verify(sent)).toMatchObject({ status: 200, body: { verified: true } });
    const { status, body } = await service.post('/v1/presentations', { verifiablePresentation: sent, ...asked });
    expect(status).toBe(200);
    const { verified, holder: by, checks, credentials } = PresentationVerification.parse(body);
    expect({ verified, by }).toEqual({ verified: true, by: holder.controller });
    expect(checks.map(({ check, result }) => `${check} ${result}`)).toEqual(['structure passed', 'contexts passed', 'proof passed', 'holder-binding passed']);
    expect(credentials).toHaveLength(1);
    expect(credentials[0]).toMatchObject({ pointer: '/verifiableCredential/0', verification: { verified: true, summary: { achievement: 'First aid' } } });
    expect(credentials[0]?.verification?.checks).toContainEqual(expect.objectContaining({ check: 'holder-binding', result: 'passed', code: 'subject-is-holder' }));
  });

  it.each<[string, () => Promise<JsonObject>, JsonObject, string, string]>([
    ['another challenge', () => presented([credential]), { ...asked, challenge: 'c-2' }, 'https://w3id.org/security#INVALID_CHALLENGE_ERROR', '/verifiablePresentation/proof'],
    ['another domain', () => presented([credential]), { ...asked, domain: 'elsewhere.example' }, 'https://w3id.org/security#INVALID_DOMAIN_ERROR', '/verifiablePresentation/proof'],
    ['another holder', async () => presented([credential], { by: await newKey(), ...asked }), asked, 'https://www.w3.org/TR/vc-data-model#CRYPTOGRAPHIC_SECURITY_ERROR', '/verifiablePresentation/proof/verificationMethod'],
    ['nobody’s signature', async () => ({ ...(await presented([credential])), proof: [] }), {}, 'https://www.w3.org/TR/vc-data-model#CRYPTOGRAPHIC_SECURITY_ERROR', '/verifiablePresentation/proof'],
    ['a credential that is over', async () => presented([credential, await issued({ validUntil: '2026-11-25T00:00:00Z' })]), asked, 'https://www.w3.org/TR/vc-data-model#RANGE_ERROR', '/verifiablePresentation/verifiableCredential/1/validUntil'],
  ])('with %s is answered with 422', async (_, sent, options, type, pointer) => {
    const { status, body } = await verify(await sent(), options);
    expect(status).toBe(422);
    expect(NotVerified.parse(body).problemDetails).toContainEqual(expect.objectContaining({ type, pointer }));
  });

  it('with what is no credential says which', async () => {
    const { proof: _, ...plain } = await presented([credential]);
    const { body } = await service.post('/v1/presentations', { verifiablePresentation: { ...plain, verifiableCredential: ['nothing', credential] } });
    const { verified, holder: by, checks, credentials } = PresentationVerification.parse(body);
    expect({ verified, by, proof: checks.find(({ check }) => check === 'proof')?.code }).toEqual({ verified: false, by: undefined, proof: 'unsigned-presentation' });
    expect(credentials).toMatchObject([{ problem: { code: 'not-a-credential', errors: [{ pointer: '/verifiablePresentation/verifiableCredential/0' }] } }, { verification: { verified: true } }]);
    expect(credentials[1]?.verification?.checks).toContainEqual(expect.objectContaining({ check: 'holder-binding', result: 'warned', code: 'bearer' }));
  });

  it('of a holder who is nobody’s issuer needs only its proofs in the profile of that name', async () => {
    const sent = await presented([await issued({}, holder)], { by: await newKey(), ...asked });
    expect((await verify(sent)).status).toBe(422);
    expect((await verify(sent, asked, '/profiles/proof-only/presentations/verify')).status).toBe(200);
    expect((await verify(sent, { ...asked, challenge: 'c-2' }, '/profiles/proof-only/presentations/verify')).status).toBe(422);
  });

  it.each([[null], ['text'], [[]], [{ type: ['VerifiableCredential'] }]])('is not %j', async (sent) => {
    for (const path of ['/presentations/verify', '/profiles/proof-only/presentations/verify']) expect(await verify(sent, {}, path)).toMatchObject({ status: 422, body: { code: 'not-a-presentation' } });
    expect(await service.post('/v1/presentations', { verifiablePresentation: sent })).toMatchObject({ status: 422, body: { code: 'not-a-presentation' } });
  });

  it('with options that are none is refused', async () => {
    expect((await verify(credential, { challenge: 7 })).status).toBe(422);
    expect(await service.post('/v1/presentations', { verifiablePresentation: {}, options: {} })).toMatchObject({ status: 422, body: { code: 'validation-failed' } });
  });
});
