import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Check, didKey, didKeyVerificationMethod, type JsonObject, openCredential, type PublicKey, publicKeyOf, resolveOffline, verifyCredential } from '@laurel/credentials';
import { FakeClock, ServiceUnderTest } from '@laurel/testing';
import { generateKeyPairSync } from 'node:crypto';
import { SignJWT } from 'jose';
import { VerificationConfig, VerificationModule } from '../app.module.js';
import { NOW, unsigned } from '../samples/first-aid.js';
import { Verification } from '../verifications/verification.js';
import { Examiner } from './examiner.js';

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const did = didKey(publicKeyOf(publicKey) as PublicKey<'P-256'>);
const iat = Math.floor(NOW.getTime() / 1_000);

/** A credential with a list of this many words, signed by a stranger; reading it costs the square of that. */
async function withWords(count: number): Promise<string> {
  const { credentialStatus: _, ...plain } = unsigned({ id: did, name: 'A Stranger' });
  const subject = plain.credentialSubject as { readonly achievement: JsonObject };
  const achievement = { ...subject.achievement, tag: Array.from({ length: count }, (_value, at) => `word ${at}`) };
  return new SignJWT({ ...plain, credentialSubject: { ...subject, achievement }, iss: did, iat }).setProtectedHeader({ alg: 'ES256', typ: 'vc+jwt', kid: didKeyVerificationMethod(did) }).sign(privateKey);
}
const verify = async (examiner: Examiner, sent: string) => {
  const checks = await verifyCredential(openCredential(sent), { now: NOW, resolveKey: resolveOffline, examine: examiner.of('credential', sent) });
  return failuresOf(checks);
};
const failuresOf = (checks: readonly Check[]) => checks.filter(({ result }) => result === 'failed').map(({ check, code }) => `${check} ${code}`);

describe('a large credential', () => {
  it('is read by a worker as it would be here, and refused as it would be here', async () => {
    const examiner = new Examiner();
    const sent = await withWords(2_000);
    expect(await verify(examiner, sent)).toEqual([]);
    const [header = '', body = '', signature = ''] = sent.split('.');
    const altered = Buffer.from(Buffer.from(body, 'base64url').toString().replace('word 7', 'word x')).toString('base64url');
    expect(await verify(examiner, [header, altered, signature].join('.'))).toEqual(['proof invalid-signature']);
    await examiner.onApplicationShutdown();
  }, 60_000);

  it('with more proofs than anybody needs makes nobody look for their keys', async () => {
    const examiner = new Examiner();
    const asked: string[] = [];
    const document = { ...unsigned(), proof: Array.from({ length: 500 }, (_value, at) => ({ type: 'DataIntegrityProof', verificationMethod: `did:web:host-${at}.example#k` })) };
    const resolveKey = (method: string) => (asked.push(method), resolveOffline(method, 'assertionMethod'));
    const checks = await verifyCredential(openCredential(document), { now: NOW, resolveKey, examine: examiner.of('credential', document) });
    expect(failuresOf(checks)).toContain('proof too-many-proofs');
    expect(asked.length).toBeLessThanOrEqual(20);
    await examiner.onApplicationShutdown();
  }, 60_000);

  it('that takes too long is not verified, says so, and still whose it is', async () => {
    const examiner = new Examiner([], { deadlineMs: 200 });
    expect(await verify(examiner, await withWords(9_000))).toEqual(['proof too-costly']);
    await examiner.onApplicationShutdown();
  }, 60_000);

  it('is sent away for a while where too many wait', async () => {
    const examiner = new Examiner([], { deadlineMs: 30_000, workers: 1, waiting: 1 });
    const sent = await withWords(2_000);
    const results = await Promise.allSettled(Array.from({ length: 4 }, () => verify(examiner, sent)));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
    for (const result of results) if (result.status === 'rejected') expect(result.reason).toMatchObject({ name: 'Problem', code: 'verification-busy', extra: { headers: { 'retry-after': '5' } } });
    await examiner.onApplicationShutdown();
  }, 60_000);
});

describe('others', () => {
  let service: ServiceUnderTest;
  beforeAll(async () => {
    service = await ServiceUnderTest.start({ name: 'verification', config: VerificationConfig, moduleOf: (config) => VerificationModule.with(config), clock: new FakeClock(NOW) });
  });
  afterAll(() => service.stop());

  it('do not wait while one of 9,000 words is read', async () => {
    const [large, small] = [await withWords(9_000), await withWords(3)];
    const post = async (verifiableCredential: string) => {
      const { status, body } = await service.post('/v1/verifications', { verifiableCredential });
      return { status, failed: failuresOf(Verification.parse(body).checks) };
    };
    let done = false;
    const slow = post(large).finally(() => (done = true));
    let meanwhile = 0;
    while (!done) {
      expect((await post(small)).failed).toEqual([]);
      meanwhile += done ? 0 : 1;
    }
    // on a busy machine it may reach its deadline, which is an answer too
    expect(await slow).toMatchObject({ status: 200 });
    expect([[], ['proof too-costly']]).toContainEqual((await slow).failed);
    expect(meanwhile).toBeGreaterThan(10);
  }, 60_000);
});
