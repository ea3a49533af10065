import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import * as ed25519 from '@digitalbazaar/ed25519-multikey';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import { bundledContexts, encodeMultikey, type Check, type JsonObject } from '@laurel/credentials';
import { accreditationChanged, achievementPublished, credentialIssued, credentialStatusChanged, issuerChanged, providerChanged, type Accreditation } from '@laurel/events';
import { newId } from '@laurel/runtime';
import { eventually, FakeClock, ServiceUnderTest } from '@laurel/testing';
import { base58 } from '@scure/base';
import { generateKeyPairSync } from 'node:crypto';
import { VerificationConfig, VerificationModule } from './app.module.js';
import { accreditation, achievement, credential, issuer, NOW, provider, unsigned } from './samples/first-aid.js';
import { Verification } from './verifications/verification.js';

const clock = new FakeClock(NOW);
let service: ServiceUnderTest;

beforeAll(async () => {
  service = await ServiceUnderTest.start({ name: 'verification', config: VerificationConfig, moduleOf: (config) => VerificationModule.with(config), clock });
});
afterAll(() => service.stop());

type Key = Awaited<ReturnType<typeof ed25519.from>>;

/** Signed by another implementation than ours: what verification accepts does not hang on what issuance writes. */
async function sign(document: JsonObject, key: Key): Promise<JsonObject> {
  const copy = JSON.parse(JSON.stringify(document)) as object;
  const suite = new DataIntegrityProof({ cryptosuite, signer: key.signer(), date: NOW });
  return JSON.parse(JSON.stringify(await vc.issue({ credential: copy, suite, documentLoader: bundledContexts.documentLoader, now: NOW }))) as JsonObject;
}

/** A key under a DID: its own did:key unless another is given. */
async function newKey(givenDid?: string): Promise<{ key: Key; did: string; verificationMethod: string; publicKeyMultibase: string }> {
  const { x = '', d = '' } = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
  const publicKeyMultibase = encodeMultikey({ type: 'Ed25519', bytes: Buffer.from(x, 'base64url') });
  const did = givenDid ?? `did:key:${publicKeyMultibase}`;
  const verificationMethod = `${did}#${publicKeyMultibase}`;
  const secretKeyMultibase = `z${base58.encode(Uint8Array.of(0x80, 0x26, ...Buffer.from(d, 'base64url')))}`;
  const key = await ed25519.from({ type: 'Multikey', id: verificationMethod, controller: did, publicKeyMultibase, secretKeyMultibase });
  return { key, did, verificationMethod, publicKeyMultibase };
}

/** A provider with issuer, accreditation and achievement, and one credential of it: told as the owners tell it, signed. */
async function issued({ told = true, ...change }: { told?: boolean; accreditation?: Partial<Accreditation>; document?: (document: JsonObject) => JsonObject } = {}) {
  const [providerId, accreditationId, achievementId, credentialId, learnerId] = Array.from({ length: 5 }, () => newId()) as [string, string, string, string, string];
  const did = `did:web:laurel.example:issuers:${providerId}`;
  const { key, verificationMethod, publicKeyMultibase } = await newKey(did);
  const fact = <Data>(subject: string, data: Data) => [{ subject, version: 1, orderingKey: 'registry', data }];
  const recognition = { ...accreditation, ...change.accreditation, id: accreditationId, providerId };
  await service.publish(providerChanged, fact(providerId, { ...provider, id: providerId }));
  await service.publish(accreditationChanged, fact(accreditationId, recognition));
  await service.publish(achievementPublished, fact(achievementId, { ...achievement, id: achievementId, providerId }));
  await service.publish(issuerChanged, fact(providerId, { ...issuer, id: did, providerId, keys: [{ id: verificationMethod, publicKeyMultibase, from: issuer.keys[0]?.from ?? '' }] }));
  const text = JSON.stringify(unsigned({ id: did, name: provider.name })).replaceAll(credential.id, credentialId).replaceAll(achievement.id, achievementId);
  const plain = JSON.parse(text) as JsonObject;
  const document = await sign(change.document?.(plain) ?? plain, key);
  const tell = () => service.publish(credentialIssued, [{ subject: credentialId, version: 1, orderingKey: learnerId, data: {
    ...credential, credentialId, outcomeId: newId(), providerId, providerName: provider.name, learnerId, issuerId: did, achievementId, achievementName: achievement.name,
    formOfLearning: 'non-formal', level: 3, accreditationId,
  } }]);
  if (told) await tell();
  const ids = { providerId, accreditationId, credentialId, learnerId };
  if (told) await eventually(async () => expect(statesOf((await verify(document)).checks)).toMatchObject({ status: 'passed' }));
  return { ...ids, did, key, document, tell, recognition };
}

async function verify(verifiableCredential: unknown): Promise<Verification> {
  const { status, body } = await service.post('/v1/verifications', { verifiableCredential });
  expect(status).toBe(200);
  return Verification.parse(body);
}
const statesOf = (checks: readonly Check[]) => Object.fromEntries(checks.map(({ check, result }) => [check, result]));
const failuresOf = ({ checks }: Verification) => checks.filter(({ result }) => result === 'failed').map(({ check, code }) => `${check}: ${code ?? ''}`);

describe('a credential of ours', () => {
  it('passes every check, by name and in order', async () => {
    const { document } = await issued();
    const { verified, checks, summary } = await verify(document);
    expect(verified).toBe(true);
    expect(checks.map(({ check }) => check)).toEqual(['structure', 'contexts', 'proof', 'issuer-binding', 'dates', 'status', 'schema', 'recognition', 'achievement']);
    expect(new Set(checks.map(({ result }) => result))).toEqual(new Set(['passed']));
    expect(summary.sentence).toMatch(/^Genuine and still standing: City Library, recognised by the City of Haverford, states that .* achieved “First aid” on 20 November 2026 \(non-formal learning, EQF level 3, assessed by practical test\)\.$/);
  });

  it('that was altered is refused, with the reason, and nothing of it is repeated', async () => {
    const { document } = await issued();
    const altered = JSON.parse(JSON.stringify(document).replace('First aid', 'First Aid')) as JsonObject;
    const verification = await verify(altered);
    expect(verification.verified).toBe(false);
    expect(failuresOf(verification)).toContain('proof: invalid-signature');
    expect(verification.summary).toEqual({ status: 'unknown', sentence: expect.stringMatching(/^Not genuine: the signature does not fit the content/), messages: { sentence: { code: 'sentence-altered' } } });
  });

  it('that was revoked says by whom and when', async () => {
    const { document, credentialId, learnerId, providerId } = await issued();
    await service.publish(credentialStatusChanged, [{ subject: credentialId, version: 2, orderingKey: learnerId, data: {
      credentialId, outcomeId: newId(), providerId, providerName: 'City Library', learnerId, achievementName: 'First aid', status: 'revoked', reason: 'withdrawn-by-provider', changedBy: 'City Library', changedAt: NOW.toISOString(),
    } }]);
    const verification = await eventually(async () => {
      const now = await verify(document);
      expect(now.verified).toBe(false);
      return now;
    });
    expect(failuresOf(verification)).toEqual(['status: revoked']);
    expect(verification.summary).toMatchObject({ status: 'revoked', sentence: expect.stringMatching(/^Revoked by City Library on 25 November 2026 \(withdrawn by the provider\): it no longer stands; /) });
  });

  it('stands when its accreditation is withdrawn, with a warning', async () => {
    const { document, accreditationId, recognition } = await issued();
    await service.publish(accreditationChanged, [{ subject: accreditationId, version: 2, orderingKey: 'registry', data: { ...recognition, withdrawnAt: NOW.toISOString() } }]);
    await eventually(async () => expect(statesOf((await verify(document)).checks)).toMatchObject({ recognition: 'warned' }));
    expect(await verify(document)).toMatchObject({ verified: true, summary: { status: 'active', recognisedBy: 'the City of Haverford' } });
  });

  it('stands when its provider is suspended, with a warning; an older fact that comes late changes nothing', async () => {
    const { document, providerId } = await issued();
    const suspended = { ...provider, id: providerId, status: 'suspended' as const, changedAt: NOW.toISOString() };
    await service.publish(providerChanged, [{ subject: providerId, version: 3, orderingKey: 'registry', data: suspended }]);
    await eventually(async () => expect((await verify(document)).checks.map(({ code }) => code)).toContain('provider-suspended'));
    await service.publish(providerChanged, [{ subject: providerId, version: 2, orderingKey: 'registry', data: { ...provider, id: providerId } }]);
    const next = await issued();
    expect((await verify(next.document)).verified).toBe(true);
    expect((await verify(document)).checks.map(({ code }) => code)).toContain('provider-suspended');
  });

  it('that expired says so', async () => {
    const { document } = await issued({ document: (plain) => ({ ...plain, validUntil: new Date(NOW.getTime() + 60_000).toISOString() }) });
    clock.advance(61_000);
    const verification = await verify(document);
    clock.advance(-61_000);
    expect(failuresOf(verification)).toEqual(['dates: expired']);
    expect(verification.summary).toMatchObject({ status: 'expired', sentence: expect.stringMatching(/^Expired on /) });
  });

  it('that was issued this moment is waited for', async () => {
    const fresh = await issued({ told: false, document: (plain) => ({ ...plain, validFrom: NOW.toISOString() }) });
    await eventually(async () => expect((await service.database.pipelines.query(`select from issuers where id = $1`, [fresh.did]))).toHaveLength(1));
    const verification = verify(fresh.document);
    await fresh.tell();
    expect((await verification).verified).toBe(true);
  });

  it('that we never issued is not confirmed, though its signature is ours', async () => {
    const { document, key } = await issued();
    const other = await sign({ ...unsigned({ id: String((document.issuer as JsonObject).id), name: provider.name }), id: `urn:uuid:${newId()}` }, key);
    expect(failuresOf(await verify(other))).toEqual(['status: status-unavailable']);
  });

  it('signed with the key of another issuer of ours is refused', async () => {
    const [one, two] = [await issued(), await issued()];
    const { proof: _, ...plain } = one.document;
    expect(failuresOf(await verify(await sign(plain, two.key)))).toEqual(expect.arrayContaining(['issuer-binding: not-the-issuers-key']));
  });
});

describe('a stranger\'s credential', () => {
  it('under a did:key is checked, and its issuer is unrecognised', async () => {
    const { key, did } = await newKey();
    const { credentialStatus: _, ...plain } = unsigned({ id: did, name: 'A Stranger' });
    const { verified, checks, summary } = await verify(await sign(plain, key));
    expect(verified).toBe(true);
    expect(statesOf(checks)).toEqual({
      structure: 'passed', contexts: 'passed', proof: 'passed', 'issuer-binding': 'passed', dates: 'passed', status: 'skipped', schema: 'passed', recognition: 'warned', achievement: 'skipped',
    });
    expect(summary.sentence).toMatch(/^Unrecognised issuer: /);
  });

  it('with a status that cannot be known is not fine', async () => {
    const { key, did } = await newKey();
    expect(failuresOf(await verify(await sign(unsigned({ id: did, name: 'A Stranger' }), key)))).toEqual(['status: status-unavailable']);
  });

  it('that takes the id of one of ours is not that one', async () => {
    const { credentialId } = await issued();
    const { key, did } = await newKey();
    const { credentialStatus: _, ...plain } = unsigned({ id: did, name: 'A Stranger' });
    const { checks } = await verify(await sign({ ...plain, id: `urn:uuid:${credentialId}` }, key));
    expect(statesOf(checks)).toMatchObject({ status: 'skipped', recognition: 'warned' });
  });

  it.each([['did:web:localhost:elsewhere'], ['did:ion:\0\ud800'], ['https://elsewhere.example']])('of %j, whose keys are not to be had, is refused', async (id) => {
    const { key } = await newKey('did:web:localhost:elsewhere');
    const signed = await sign(unsigned({ id: 'did:web:localhost:elsewhere', name: 'Elsewhere' }), key);
    const verification = await verify({ ...signed, issuer: { id, type: ['Profile'], name: 'Elsewhere' } });
    expect(failuresOf(verification).join()).toContain('proof: did-unavailable');
    expect(verification.summary.sentence).toMatch(/^Not (genuine|confirmed): /);
  });
});

describe('what is sent', () => {
  it('as a JWT without anything in it is an answer too', async () => {
    const jwt = `${Buffer.from('{"alg":"ES256","typ":"vc+jwt"}').toString('base64url')}.${Buffer.from('{}').toString('base64url')}.c2ln`;
    const verification = await verify(jwt);
    expect(failuresOf(verification)).toEqual(['structure: invalid-structure', 'contexts: base-context', 'proof: no-key-named', 'issuer-binding: no-issuer']);
    expect(verification.checks).toHaveLength(9);
  });

  it('without a proof is an answer, not an error', async () => {
    expect(failuresOf(await verify({ any: 'object' }))).toContain('proof: no-proof');
    expect((await verify(unsigned())).summary.sentence).toBe('Not signed: anybody could have written it.');
  });

  it.each([
    ['null', null], ['an array', []], ['a number', 7], ['a string', 'not.a jwt'], ['three parts that are no JWT', 'aGFsbG8.aGFsbG8.aGFsbG8'],
    ['a presentation', { '@context': [], type: ['VerifiablePresentation'] }],
  ])('as %s is refused with 422', async (_, sent) => {
    expect(await service.post('/v1/verifications', { verifiableCredential: sent })).toMatchObject({ status: 422, body: { code: 'not-a-credential', errors: [{ pointer: expect.stringMatching(/^\/verifiableCredential/) }] } });
  });

  it('without a credential, or with unknown members beside it, is refused', async () => {
    expect(await service.post('/v1/verifications', {})).toMatchObject({ status: 422, body: { code: 'validation-failed', errors: [{ pointer: '/verifiableCredential' }] } });
    expect(await service.post('/v1/verifications', { verifiableCredential: {}, options: {} })).toMatchObject({ status: 422, body: { code: 'validation-failed', errors: [{ pointer: '/options' }] } });
  });
});

describe('a status change of what was never issued', () => {
  it('is a dead letter and holds up nobody', async () => {
    const [credentialId, learnerId] = [newId(), newId()];
    await service.publish(credentialStatusChanged, [{ subject: credentialId, version: 2, orderingKey: learnerId, data: {
      credentialId, outcomeId: newId(), providerId: newId(), providerName: 'X', learnerId, achievementName: 'X', status: 'revoked', reason: 'withdrawn-by-provider', changedBy: 'X', changedAt: NOW.toISOString(),
    } }]);
    await eventually(async () => expect(await service.database.pipelines.query(`select reason, subject from dead_letter`)).toEqual([{ reason: 'unknown-credential', subject: credentialId }]));
    expect((await verify((await issued()).document)).verified).toBe(true);
  });
});
