import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import * as ed25519 from '@digitalbazaar/ed25519-multikey';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import { bundledContexts, CREDENTIALS_V2, encodeMultikey, statusEntries, type StatusPlace } from '@laurel/credentials';
import { attestationIssued, attestationStatusChanged, issuerChanged, providerChanged, type AttestationStatus } from '@laurel/events';
import { newId } from '@laurel/runtime';
import { eventually, FakeClock, ServiceUnderTest } from '@laurel/testing';
import { base58 } from '@scure/base';
import { generateKeyPairSync } from 'node:crypto';
import { VerificationConfig, VerificationModule } from '../app.module.js';
import { NOW, provider } from '../samples/first-aid.js';
import { Verification } from '../verifications/verification.js';

const clock = new FakeClock(NOW);
const at = NOW.toISOString();

describe('what a provider worded itself', () => {
  let service: ServiceUnderTest;

  /** A provider of its own, as an issuer. */
  async function newIssuer() {
    const [providerId, { x = '', d = '' }] = [newId(), generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' })];
    const publicKeyMultibase = encodeMultikey({ type: 'Ed25519', bytes: Buffer.from(x, 'base64url') });
    const secretKeyMultibase = `z${base58.encode(Uint8Array.of(0x80, 0x26, ...Buffer.from(d, 'base64url')))}`;
    const did = `did:key:${publicKeyMultibase}`;
    const key = { id: `${did}#${publicKeyMultibase}`, publicKeyMultibase, from: at };
    const pair = await ed25519.from({ type: 'Multikey', id: key.id, controller: did, publicKeyMultibase, secretKeyMultibase });
    await service.publish(providerChanged, [{ subject: providerId, version: 1, orderingKey: 'registry', data: { ...provider, id: providerId } }]);
    await service.publish(issuerChanged, [{ subject: providerId, version: 1, orderingKey: providerId, data: { id: did, providerId, name: provider.name, keys: [key] } }]);
    /** Signed by another implementation than ours. */
    const sign = (place: StatusPlace): Promise<object> => {
      const credential = { '@context': [CREDENTIALS_V2], type: ['VerifiableCredential'], issuer: did, credentialSubject: { id: 'did:example:subject' }, credentialStatus: statusEntries(place) };
      return vc.issue({ credential, suite: new DataIntegrityProof({ cryptosuite, signer: pair.signer(), date: NOW }), documentLoader: bundledContexts.documentLoader, now: NOW });
    };
    return { providerId, did, sign };
  }

  /** A place, and how issuance tells of the credential in it. */
  async function attested(issuer: { readonly providerId: string; readonly did: string }) {
    const [id, revocationList, suspensionList, index] = [newId(), newId(), newId(), 42];
    const tell = () => service.publish(attestationIssued, [{ subject: id, version: 1, orderingKey: id, data: {
      attestationId: id, providerId: issuer.providerId, issuerId: issuer.did, revocationList, suspensionList, statusIndex: index, issuedAt: at,
    } }]);
    const change = (version: number, status: AttestationStatus) => service.publish(attestationStatusChanged, [{ subject: id, version, orderingKey: id, data: {
      attestationId: id, providerId: issuer.providerId, status, changedBy: provider.name, changedAt: at,
    } }]);
    const url = (list: string) => `https://laurel.example/v1/status-lists/${list}`;
    return { place: { revocationList: url(revocationList), suspensionList: url(suspensionList), index }, tell, change };
  }

  const verify = async (verifiableCredential: unknown) => Verification.parse((await service.post('/v1/verifications', { verifiableCredential })).body);
  const found = ({ checks }: Verification, name: string) => checks.find(({ check }) => check === name);

  beforeAll(async () => {
    service = await ServiceUnderTest.start({ name: 'verification', config: VerificationConfig, moduleOf: (config) => VerificationModule.with(config), clock });
  });
  afterAll(() => service.stop());

  it('stands by its place, and is no outcome that anybody recognised', async () => {
    const issuer = await newIssuer();
    const { place, tell } = await attested(issuer);
    await tell();
    const document = await issuer.sign(place);
    const verification = await eventually(async () => {
      const now = await verify(document);
      expect(found(now, 'status')).toMatchObject({ result: 'passed', code: 'still-stands' });
      return now;
    });
    expect(found(verification, 'recognition')).toMatchObject({ result: 'warned', code: 'not-an-outcome', params: { provider: 'City Library' } });
    expect(verification).toMatchObject({ verified: true, summary: { status: 'active', trust: 'self-asserted' } });
  });

  it('is waited for while its event is on its way, though it has no date but that of its proof', async () => {
    const issuer = await newIssuer();
    const { place, tell } = await attested(issuer);
    const document = await issuer.sign(place);
    await eventually(async () => expect((await verify(document)).summary.issuer).toBe('City Library'));
    const [verification] = await Promise.all([verify(document), tell()]);
    expect(found(verification, 'status')).toMatchObject({ result: 'passed' });
  });

  it('is suspended, stands again and is revoked as issuance tells it; what comes late changes nothing', async () => {
    const issuer = await newIssuer();
    const { place, tell, change } = await attested(issuer);
    await tell();
    const document = await issuer.sign(place);
    const statusOf = async () => found(await verify(document), 'status')?.code;
    for (const [version, status, code] of [[2, 'suspended', 'suspended'], [3, 'active', 'still-stands'], [4, 'revoked', 'revoked']] as const) {
      await change(version, status);
      await eventually(async () => expect(await statusOf()).toBe(code));
    }
    await change(3, 'active');
    const later = await attested(issuer);
    await later.tell();
    await eventually(async () => expect(found(await verify(await issuer.sign(later.place)), 'status')?.code).toBe('still-stands'));
    expect(await verify(document)).toMatchObject({ verified: false, summary: { status: 'revoked', sentence: expect.stringMatching(/^Revoked by City Library on 25 November 2026/) } });
  });

  it('is not known by a place that is another issuer\'s', async () => {
    const [issuer, other] = [await newIssuer(), await newIssuer()];
    const { place, tell } = await attested(issuer);
    await tell();
    await eventually(async () => expect(found(await verify(await issuer.sign(place)), 'status')?.code).toBe('still-stands'));
    expect(found(await verify(await other.sign(place)), 'status')).toMatchObject({ result: 'failed', code: 'status-unavailable' });
  });
});
