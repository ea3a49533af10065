import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bakeImage, type Check, type JsonObject } from '@laurel/credentials';
import { answerJson, FakeClock, ForeignHost, ServiceUnderTest } from '@laurel/testing';
import { SDJwtVcInstance } from '@sd-jwt/sd-jwt-vc';
import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { type JWTHeaderParameters, SignJWT } from 'jose';
import { VerificationConfig, VerificationModule } from '../app.module.js';
import { NOW, unsigned } from '../samples/first-aid.js';
import { VerificationResults, Verification } from './verification.js';

/** A stranger with a did:web, whose credentials jose and the SD-JWT library of the OpenWallet Foundation make. */
const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const other = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const iat = Math.floor(NOW.getTime() / 1_000);
let service: ServiceUnderTest;
let host: ForeignHost;
let did: string;

beforeAll(async () => {
  host = await ForeignHost.listen();
  did = `did:web:localhost%3A${host.port}`;
  const method = { id: `${did}#key-1`, type: 'JsonWebKey', controller: did, publicKeyJwk: publicKey.export({ format: 'jwk' }) };
  host.answers.set('/.well-known/did.json', answerJson({ id: did, verificationMethod: [method], assertionMethod: [method.id] }));
  const environment = { FETCH_LOOPBACK: 'allowed', FETCH_CA: host.certificate };
  service = await ServiceUnderTest.start({ name: 'verification', config: VerificationConfig, environment, moduleOf: (config) => VerificationModule.with(config), clock: new FakeClock(NOW) });
});
afterAll(async () => {
  await service.stop();
  await host.close();
});

const document = (change: JsonObject = {}): JsonObject => {
  const { credentialStatus: _, ...plain } = unsigned({ id: did, name: 'Elsewhere' });
  return { ...plain, ...change };
};
const jwt = (claims: JsonObject, key: KeyObject = privateKey, header: Partial<JWTHeaderParameters> = {}): Promise<string> =>
  new SignJWT({ ...claims, iss: did, iat }).setProtectedHeader({ alg: 'ES256', typ: 'vc+jwt', kid: `${did}#key-1`, ...header }).sign(key);

async function verify(verifiableCredential: unknown): Promise<Verification> {
  const { status, body } = await service.post('/v1/verifications', { verifiableCredential });
  expect({ status, body }).toMatchObject({ status: 200 });
  return Verification.parse(body);
}
const failuresOf = ({ checks }: { readonly checks: readonly Check[] }) => checks.filter(({ result }) => result === 'failed').map(({ check, code }) => `${check}: ${code}`);

describe('a stranger’s token', () => {
  it('as vc+jwt is verified with the key that its did:web has', async () => {
    const verification = await verify(await jwt(document()));
    expect(failuresOf(verification)).toEqual([]);
    expect(verification).toMatchObject({ verified: true, summary: { issuer: 'Elsewhere', achievement: 'First aid', sentence: expect.stringMatching(/^Unrecognised issuer: /) } });
  });

  it.each<[string, () => Promise<string>, string[]]>([
    ['another key', () => jwt(document(), other.privateKey), ['proof: invalid-signature']],
    ['a key of its own along', () => jwt(document(), other.privateKey, { jwk: other.publicKey.export({ format: 'jwk' }) }), ['proof: key-in-header']],
    ['another issuer', async () => jwt({ ...document(), issuer: { id: 'did:web:other.example', type: ['Profile'], name: 'X' } }), ['proof: conflicting-claim', 'issuer-binding: not-the-issuers-key']],
    ['a member without a meaning', () => jwt(document({ grade: 'A' })), ['contexts: not-canonicalizable']],
    ['an inline context', () => jwt(document({ '@context': [...(document()['@context'] as string[]), { grade: 'https://example.org/grade' }] })), ['contexts: inline-context']],
    ['an end that is past', () => jwt(document({ validUntil: '2026-11-24T10:00:00Z' })), ['dates: expired']],
  ])('with %s is refused, and only for that', async (_, token, expected) => {
    expect(failuresOf(await verify(await token()))).toEqual(expected);
  });

  it('as an SD-JWT VC without contexts is read by its own words', async () => {
    const issuing = new SDJwtVcInstance({
      signer: async (text) => sign('sha256', Buffer.from(text), { key: privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64url'), signAlg: 'ES256', hashAlg: 'sha-256',
      hasher: (text) => createHash('sha256').update(typeof text === 'string' ? text : Buffer.from(text)).digest(), saltGenerator: async () => randomBytes(16).toString('base64url'),
    });
    const text = await issuing.issue({ iss: did, iat, vct: 'https://elsewhere.example/types/course', course: 'Digital basics', sub: 'did:example:learner' }, { _sd: ['course'] }, { header: { kid: `${did}#key-1` } });
    const verification = await verify(text);
    expect(failuresOf(verification)).toEqual([]);
    expect(verification.checks.find(({ check }) => check === 'contexts')).toMatchObject({ result: 'skipped', code: 'no-contexts' });
    expect(failuresOf(await verify(text.replace('~', '~WyJhIiwiYiIsImMiXQ~')))).toContain('proof: unsigned-disclosure');
  });

  it.each(['png', 'svg'] as const)('in a %s is read out of it', async (kind) => {
    const image = bakeImage(kind, await jwt(document()));
    const url = `data:image/${kind === 'png' ? 'png' : 'svg+xml'};base64,${Buffer.from(image).toString('base64')}`;
    expect(failuresOf(await verify(url))).toEqual([]);
  });

  it.each(['data:image/png;base64,AAAA', 'data:image/jpeg;base64,AAAA', 'data:application/vc+jwt,x'])('is not %s', async (sent) => {
    expect(await service.post('/v1/verifications', { verifiableCredential: sent })).toMatchObject({ status: 422, body: { code: 'not-a-credential' } });
  });
});

describe('a batch', () => {
  const batch = async (verifiableCredentials: unknown) => {
    const { status, body } = await service.post('/v1/verifications/batch', { verifiableCredentials });
    return { status, results: status === 200 ? VerificationResults.parse(body).results : [], body };
  };

  it('has an answer for every row, whatever the others are', async () => {
    const rows = [await jwt(document()), null, await jwt(document(), other.privateKey), { type: 'VerifiablePresentation' }, document(), 'x'.repeat(100), { list: Array.from({ length: 10_001 }, () => 1) }];
    const { results } = await batch(rows);
    expect(results.map(({ index, status, verification, problem }) => [index, status, verification?.verified ?? problem?.code])).toEqual([
      [0, 200, true], [1, 422, 'not-a-credential'], [2, 200, false], [3, 422, 'not-a-credential'], [4, 200, false], [5, 422, 'not-a-credential'], [6, 422, 'credential-too-large'],
    ]);
    expect(results[1]?.problem?.errors).toEqual([{ pointer: '/verifiableCredentials/1', detail: 'a credential is a JSON object' }]);
    expect(results[0]?.verification).toEqual(await verify(rows[0]));
  });

  it('takes a thousand, and lets others through in the meantime', async () => {
    const token = await jwt(document());
    let done = false;
    const running = batch(Array.from({ length: 1_000 }, (_, at) => (at % 2 ? token : document({ name: `row ${at}` })))).finally(() => (done = true));
    let meanwhile = 0;
    while (!done) {
      await service.get('/health/live');
      meanwhile += done ? 0 : 1;
    }
    expect(meanwhile).toBeGreaterThan(10);
    const { results } = await running;
    expect(results.filter(({ verification }) => verification?.verified)).toHaveLength(500);
    expect(results.map(({ index }) => index)).toEqual(Array.from({ length: 1_000 }, (_, at) => at));
  }, 60_000);

  it.each([[[]], [Array.from({ length: 1_001 }, () => 1)], [{}], ['x'], [undefined]])('is not %j', async (rows) => {
    expect(await batch(rows)).toMatchObject({ status: 422, body: { code: 'validation-failed' } });
  });

  it('may have more than 1 MB, up to 8 MB', async () => {
    expect((await batch(Array.from({ length: 3 }, () => ({ text: 'x'.repeat(1_000_000) })))).status).toBe(200);
    expect((await batch(['x'.repeat(9_000_000)])).status).toBe(413);
  });
});
