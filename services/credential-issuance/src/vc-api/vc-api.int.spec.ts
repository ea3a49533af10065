import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  CREDENTIALS_V1, CREDENTIALS_V2, OPEN_BADGES, openCredential, readStatusList, resolveOffline, verifyCredential, type Check, type JsonObject,
} from '@laurel/credentials';
import { providerChanged, topics, type Envelope, type Provider } from '@laurel/events';
import { newId } from '@laurel/runtime';
import { eventually, FakeClock, ServiceUnderTest, type Answer } from '@laurel/testing';
import { randomBytes } from 'node:crypto';
import { CredentialIssuanceConfig, CredentialIssuanceModule } from '../app.module.js';
import { AttestationFormat } from './attestation.js';

const NOW = '2026-11-24T09:00:00.000Z';
const EMBEDDED = AttestationFormat.options.filter((format) => !/jwt/.test(format));

interface Entry {
  readonly statusPurpose: string;
  readonly statusListIndex: string;
  readonly statusListCredential: string;
}
type Signed = JsonObject & { readonly id: string; readonly issuer: string; readonly proof: JsonObject; readonly credentialStatus: Entry[] & JsonObject[] };

describe('the VC API for issuers', () => {
  const clock = new FakeClock(new Date(NOW));
  const [library, museum] = [newProvider('Public library'), newProvider('Museum')];
  let service: ServiceUnderTest;
  let token: string;
  /** The DID of each endpoint. */
  const dids = new Map<AttestationFormat, string>();

  function newProvider(name: string): Provider {
    return { id: newId(), name, setting: 'library', status: 'approved', changedAt: NOW };
  }
  const endpoint = (format: AttestationFormat, { id } = library) => `/issuers/${id}/${format}/credentials/issue`;
  const draft = (format: AttestationFormat, change: object = {}) => ({
    '@context': [CREDENTIALS_V2], type: ['VerifiableCredential'], issuer: dids.get(format), credentialSubject: { id: 'did:example:subject' }, ...change,
  });
  const options = (format: AttestationFormat) => (format === 'sd-jwt-vc' ? { options: { vct: 'https://library.example/types/membership' } } : {});
  const issue = (format: AttestationFormat, credential: unknown, more: object = options(format)) => service.post(endpoint(format), { credential, ...more }, token);
  const issued = async (format: AttestationFormat, change: object = {}, more?: object): Promise<Signed> => {
    const { status, body } = await issue(format, draft(format, change), more);
    expect({ status, body }).toMatchObject({ status: 201 });
    return (body as { verifiableCredential: Signed }).verifiableCredential;
  };
  const failuresOf = (checks: readonly Check[]) => checks.filter(({ result }) => result === 'failed');
  const verify = async (sent: unknown) => failuresOf(await verifyCredential(openCredential(sent), { now: clock.now(), resolveKey: resolveOffline }));
  const query = <Row>(sql: string, ...parameters: unknown[]): Promise<Row[]> => service.database.pipelines.query(sql, parameters);
  const told = async (type: string): Promise<Envelope[]> => (await service.told(topics.credential)).filter((event) => event.type === `laurel.attestation.${type}.v1`);
  const counts = async () => ({
    told: (await service.told(topics.credential)).length,
    stored: await query('select (select count(*)::int from attestations) as rows, (select sum(taken)::int from status_list_pairs) as taken'),
  });

  beforeAll(async () => {
    service = await ServiceUnderTest.start({
      name: 'credential-issuance', config: CredentialIssuanceConfig, clock, environment: { KEY_ENCRYPTION_KEY: randomBytes(32).toString('base64url') },
      moduleOf: (config) => CredentialIssuanceModule.with(config),
    });
    for (const data of [library, museum]) await service.publish(providerChanged, [{ subject: data.id, version: 1, orderingKey: 'registry', data }]);
    token = service.tokenOf('credentials:issue', library.id);
    for (const format of AttestationFormat.options) {
      const { body } = await issue(format, draft(format, { issuer: 'did:example:nobody' }));
      const [, did] = /the issuer is not (\S+),/.exec((body as { detail: string }).detail) ?? [];
      if (did !== undefined) dids.set(format, did);
    }
  });
  afterAll(() => service.stop());

  describe('signs', () => {
    test('with a key for each curve', () => {
      expect([...dids.keys()]).toEqual(AttestationFormat.options);
      expect(new Set(dids.values()).size).toBe(3);
    });

    test.each(EMBEDDED.filter((format) => format !== 'ecdsa-sd-2023'))('%s: 2.0 with a place for its status', async (format) => {
      const signed = await issued(format);
      expect(await verify(signed)).toEqual([]);
      expect(signed).toMatchObject({
        issuer: dids.get(format), credentialSubject: { id: 'did:example:subject' }, id: expect.stringMatching(/^urn:uuid:/),
        proof: { type: 'DataIntegrityProof', cryptosuite: format.replace('-p384', ''), proofPurpose: 'assertionMethod', verificationMethod: expect.stringMatching(/^did:key:(z\w+)#\1$/), proofValue: expect.stringMatching(/^z/) },
        credentialStatus: [{ type: 'BitstringStatusListEntry', statusPurpose: 'revocation' }, { type: 'BitstringStatusListEntry', statusPurpose: 'suspension' }],
      });
    });

    test.each(EMBEDDED.filter((format) => format !== 'ecdsa-sd-2023'))('%s: 1.1 with the context of its proof', async (format) => {
      const signed = await issued(format, { '@context': [CREDENTIALS_V1], issuanceDate: '2020-03-16T22:37:26.544Z', id: 'urn:uuid:5f0c2c6e-5d0e-4f0a-9d55-8a1f6a3b7c21' });
      expect(await verify(signed)).toEqual([]);
      expect(signed).toMatchObject({ '@context': [CREDENTIALS_V1, 'https://w3id.org/security/data-integrity/v2'], id: 'urn:uuid:5f0c2c6e-5d0e-4f0a-9d55-8a1f6a3b7c21', issuanceDate: '2020-03-16T22:37:26.544Z' });
      expect(signed).not.toHaveProperty('credentialStatus');
    });

    test.each([['vc-jwt-eddsa', 'vc+jwt'], ['vc-jwt-es256', 'vc+jwt'], ['sd-jwt-vc', 'dc+sd-jwt']] as const)('%s in an envelope', async (format, mediaType) => {
      const signed = await issued(format, { id: 'urn:uuid:5f0c2c6e-5d0e-4f0a-9d55-8a1f6a3b7c22' });
      expect(signed).toMatchObject({ '@context': [CREDENTIALS_V2], type: 'EnvelopedVerifiableCredential', id: expect.stringMatching(`^data:application/${mediaType.replace('+', '\\+')},ey`) });
      expect(await verify(signed)).toEqual([]);
      expect(openCredential(signed).document).toMatchObject({ id: 'urn:uuid:5f0c2c6e-5d0e-4f0a-9d55-8a1f6a3b7c22', issuer: dids.get(format) });
    });

    test('what its holder tells in parts, but never without its status', async () => {
      const base = await issued('ecdsa-sd-2023', { id: 'urn:uuid:5f0c2c6e-5d0e-4f0a-9d55-8a1f6a3b7c23', validFrom: NOW, name: 'Membership' }, { options: { mandatoryPointers: ['/issuer'] } });
      expect(base.proof.proofValue).toMatch(/^u2V0A/);
      expect((await verify(base)).map(({ code }) => code)).toEqual(['base-proof']);
      const { status, body } = await service.post('/credentials/derive', { verifiableCredential: base, options: { selectivePointers: ['/name'] } });
      const { verifiableCredential: part } = body as { verifiableCredential: Signed };
      expect({ status, part }).toMatchObject({ status: 201, part: { issuer: dids.get('ecdsa-sd-2023'), name: 'Membership', credentialStatus: base.credentialStatus } });
      expect(part).not.toHaveProperty('validFrom');
      expect((await verify(part)).filter(({ check }) => check === 'proof' || check === 'issuer-binding')).toEqual([]);
    });

    test('a status that its provider keeps, and no other', async () => {
      const signed = await issued('eddsa-rdfc-2022', { credentialStatus: { type: 'https://library.example/#Card' } });
      expect(signed.credentialStatus).toEqual({ type: 'https://library.example/#Card' });
    });

    test('contexts that are written out, where the proof alone is asked', async () => {
      const credential = draft('eddsa-rdfc-2022', { '@context': [CREDENTIALS_V2, { shelf: 'https://library.example/#shelf' }], credentialSubject: { shelf: 'B' } });
      const { status, body } = await service.post(`/profiles/proof-only${endpoint('eddsa-rdfc-2022')}`, { credential }, token);
      expect(status).toBe(201);
      const sent = (body as { verifiableCredential: Signed }).verifiableCredential;
      expect((await verify(sent)).map(({ code }) => code)).toContain('inline-context');
      expect(failuresOf(await verifyCredential(openCredential(sent), { now: clock.now(), resolveKey: resolveOffline, profile: 'proof-only' }))).toEqual([]);
    });

    test('each request by itself: row, place and event', async () => {
      const id = `urn:uuid:${newId()}`;
      const [one, two] = [await issued('eddsa-rdfc-2022', { id }), await issued('eddsa-rdfc-2022', { id })];
      const rows = await query<{ id: string }>('select id from attestations where credential_id = $1 and provider_id = $2 order by id', id, library.id);
      expect([one, two].map(({ credentialStatus }) => credentialStatus[0]?.statusListIndex)).toHaveLength(2);
      expect(one.credentialStatus).not.toEqual(two.credentialStatus);
      const events = (await told('issued')).filter(({ subject }) => rows.some((row) => row.id === subject));
      expect(events.map(({ data }) => String(data.statusIndex))).toEqual([one, two].map(({ credentialStatus }) => credentialStatus[0]?.statusListIndex));
      expect(events[0]).toMatchObject({ aggregateversion: 1, data: { providerId: library.id, issuerId: dids.get('eddsa-rdfc-2022'), issuedAt: NOW } });
    });
  });

  describe('refuses', () => {
    const subject = { id: 'did:example:subject' };
    const digest = `sha384-${'A'.repeat(64)}`;

    test.each<[string, object, string]>([
      ['no contexts', { '@context': undefined }, '/@context/0'],
      ['one context outside of a list', { '@context': CREDENTIALS_V2 }, '/@context'],
      ['a context that is a number', { '@context': 4 }, '/@context/0'],
      ['a context that is no URL', { '@context': [CREDENTIALS_V2, 'https ://not-a-url'] }, '/@context/1'],
      ['another context first', { '@context': [OPEN_BADGES, CREDENTIALS_V2] }, '/@context/0'],
      ['a context beyond the list', { '@context': [CREDENTIALS_V2, 'https://library.example/context'] }, '/@context/1'],
      ['a context written out', { '@context': [CREDENTIALS_V2, { '@vocab': 'https://library.example/#' }] }, '/@context/1'],
      ['a context further down', { credentialSubject: { ...subject, '@context': { name: 'https://schema.org/description' } } }, '/credentialSubject/@context/0'],
      ['no type', { type: undefined }, '/type'],
      ['a type that is null', { type: null }, '/type'],
      ['no types', { type: [] }, '/type'],
      ['types without VerifiableCredential', { type: ['https://library.example/#Card'] }, '/type'],
      ['a type without a meaning', { type: ['VerifiableCredential', 'Card'] }, ''],
      ['an id that is null', { id: null }, '/id'],
      ['two ids', { id: ['urn:a:1', 'urn:a:2'] }, '/id'],
      ['an id that is no URL', { id: 'https ://not-a-url' }, '/id'],
      ['no issuer', { issuer: undefined }, '/issuer'],
      ['an issuer that is a number', { issuer: 4 }, '/issuer'],
      ['an issuer that is a list', { issuer: [] }, '/issuer'],
      ['an issuer that is no URL', { issuer: 'fake-issuer' }, '/issuer'],
      ['an issuer without an id', { issuer: { id: null } }, '/issuer/id'],
      ['another issuer', { issuer: 'did:example:somebody' }, '/issuer'],
      ['no subject', { credentialSubject: undefined }, '/credentialSubject'],
      ['a subject that is a text', { credentialSubject: 'did:example:1234' }, '/credentialSubject'],
      ['an empty subject', { credentialSubject: {} }, '/credentialSubject'],
      ['an empty subject beside another', { credentialSubject: [subject, {}] }, '/credentialSubject/1'],
      ['a subject of two ids', { credentialSubject: { id: ['did:example:1', 'did:example:2'] } }, '/credentialSubject/id'],
      ['a word without a meaning', { credentialSubject: { ...subject, shelf: 'B' } }, ''],
      ['a blank node', { credentialSubject: { id: '_:b0' } }, '/credentialSubject/id'],
      ['a keyword that turns statements around', { credentialSubject: { ...subject, '@reverse': {} } }, '/credentialSubject/@reverse'],
      ['a start that is a date of mail', { validFrom: 'Tue, 24 Nov 2026 09:30:00 GMT' }, '/validFrom'],
      ['an end without a time zone', { validUntil: '2026-11-24T09:30:00' }, '/validUntil'],
      ['an end before the start', { validFrom: '2026-11-24T00:00:00Z', validUntil: '2026-11-23T00:00:00Z' }, '/validUntil'],
      ['a status without a type', { credentialStatus: { id: 'did:example:status' } }, '/credentialStatus/type'],
      ['a status whose type is a number', { credentialStatus: { id: 'did:example:status', type: 2 } }, '/credentialStatus/type'],
      ['a place in a list of its own choice', { credentialStatus: { type: 'BitstringStatusListEntry', statusPurpose: 'revocation', statusListIndex: '1', statusListCredential: 'https://library.example/1' } }, '/credentialStatus'],
      ['a schema without an id', { credentialSchema: { type: 'https://library.example/#Schema' } }, '/credentialSchema/id'],
      ['a refresh service without a type', { refreshService: { id: 'did:example:1' } }, '/refreshService/type'],
      ['terms of use without a type', { termsOfUse: {} }, '/termsOfUse/type'],
      ['evidence without a type', { evidence: [{ id: 'https://library.example/1' }] }, '/evidence/0/type'],
      ['a name with something beside its language', { name: { '@value': 'Card', '@language': 'en', url: 'https://library.example' } }, '/name/@value'],
      ['a related resource without a digest', { relatedResource: { id: CREDENTIALS_V2 } }, '/relatedResource'],
      ['a related resource of another content', { relatedResource: [{ id: CREDENTIALS_V2, digestSRI: digest }] }, '/relatedResource/0'],
      ['a related resource twice', { relatedResource: [{ id: 'urn:a:1', digestSRI: digest }, { id: 'urn:a:1', digestSRI: digest }] }, '/relatedResource'],
      ['a related resource that is a text', { relatedResource: ['https://library.example/1'] }, '/relatedResource/0'],
      ['a list of status bits', { type: ['VerifiableCredential', 'BitstringStatusListCredential'] }, '/type'],
      ['an Open Badge that is none', { '@context': [CREDENTIALS_V2, OPEN_BADGES], type: ['VerifiableCredential', 'OpenBadgeCredential'] }, '/id'],
      ['a proof', { proof: { type: 'DataIntegrityProof' } }, '/proof'],
    ])('%s', async (_, change, pointer) => {
      const before = await counts();
      const answer = await issue('eddsa-rdfc-2022', draft('eddsa-rdfc-2022', change));
      expect(answer).toMatchObject({ status: 422, body: { code: 'credential-refused', errors: [{ pointer: `/credential${pointer}` }] } });
      expect(answer.headers.get('content-type')).toContain('json');
      expect(await counts()).toEqual(before);
    });

    test.each<[string, unknown]>([
      ['nothing', {}],
      ['a credential under another name', { verifiableCredential: {} }],
      ['a text', { credential: 'ey' }],
      ['null', { credential: null }],
      ['a list', { credential: [] }],
      ['an option that is not known', { credential: {}, options: { created: NOW } }],
      ['a pointer that is none', { credential: {}, options: { mandatoryPointers: ['credentialSubject'] } }],
    ])('%s as a request', async (_, body) => {
      expect(await service.post(endpoint('eddsa-rdfc-2022'), body, token)).toMatchObject({ status: 422, body: { code: 'validation-failed' } });
    });

    test('pointers to nothing, ids that differ, version 1.1 in a token, an SD-JWT VC without a type', async () => {
      const refused = (pointer: string) => ({ status: 422, body: { errors: [{ pointer }] } });
      expect(await issue('ecdsa-sd-2023', draft('ecdsa-sd-2023'), { options: { mandatoryPointers: ['/credentialSubject/invalidPointer'] } })).toMatchObject(refused('/options/mandatoryPointers'));
      expect(await issue('eddsa-rdfc-2022', draft('eddsa-rdfc-2022', { id: 'urn:a:1' }), { options: { credentialId: 'urn:a:2' } })).toMatchObject(refused('/credential/id'));
      expect(await issue('vc-jwt-es256', draft('vc-jwt-es256', { '@context': [CREDENTIALS_V1], issuanceDate: NOW }))).toMatchObject(refused('/credential/@context'));
      expect(await issue('sd-jwt-vc', draft('sd-jwt-vc'), {})).toMatchObject(refused('/options/vct'));
    });

    test("the id of a recorded outcome's credential", async () => {
      const id = newId();
      await query(`insert into credentials values ($1, $2, $3, $2, 'A-1', $2, 1, 'First aid', $2, 'active', 1, now(), $2, 1, '{}')`, id, newId(), library.id);
      expect(await issue('eddsa-rdfc-2022', draft('eddsa-rdfc-2022', { id: `urn:uuid:${id.toUpperCase()}` }))).toMatchObject({ status: 422, body: { errors: [{ pointer: '/credential/id' }] } });
    });

    test('whoever has no such scope, another provider, and formats that are none', async () => {
      const body = { credential: draft('eddsa-rdfc-2022') };
      expect((await service.post(endpoint('eddsa-rdfc-2022'), body)).status).toBe(401);
      for (const scope of ['provider', 'operator', 'learner'] as const) {
        expect(await service.post(endpoint('eddsa-rdfc-2022'), body, service.tokenOf(scope, library.id))).toMatchObject({ status: 403, body: { code: 'forbidden' } });
      }
      expect((await service.post(endpoint('eddsa-rdfc-2022', museum), body, token)).status).toBe(404);
      expect((await service.post(`/issuers/${museum.id}/credentials/status`, { credentialId: 'urn:a', credentialStatus: { type: 'BitstringStatusListEntry', statusPurpose: 'revocation' }, status: true }, token)).status).toBe(404);
      expect((await service.post(`/issuers/${library.id}/png/credentials/issue`, body, token)).status).toBe(404);
    });
  });

  describe('changes the status of', () => {
    const change = (credentialId: string, statusPurpose: string, status: boolean, more: object = {}): Promise<Answer> =>
      service.post(`/issuers/${library.id}/credentials/status`, { credentialId, credentialStatus: { type: 'BitstringStatusListEntry', statusPurpose, ...more }, status }, token);
    const bitOf = async ({ credentialStatus }: Signed, purpose: string) => {
      const entry = credentialStatus.find(({ statusPurpose }) => statusPurpose === purpose);
      const { body } = await service.get(new URL(entry?.statusListCredential ?? '').pathname);
      expect(await verify(body)).toEqual([]);
      return readStatusList(body, purpose).get(Number(entry?.statusListIndex));
    };
    const historyOf = async (credentialId: string) => {
      const rows = await query<{ id: string }>('select id from attestations where credential_id = $1', credentialId);
      return (await told('status-changed')).filter(({ subject }) => rows.some(({ id }) => id === subject)).map(({ aggregateversion, data }) => `${aggregateversion} ${String(data.status)}`);
    };

    test('one credential: suspended, reinstated, revoked for good', async () => {
      const signed = await issued('eddsa-rdfc-2022');
      expect([await bitOf(signed, 'revocation'), await bitOf(signed, 'suspension')]).toEqual([false, false]);
      const steps = [['suspension', true, 'suspended'], ['suspension', true, 'suspended'], ['suspension', false, 'active'], ['revocation', false, 'active'], ['revocation', true, 'revoked'], ['revocation', true, 'revoked']] as const;
      for (const [purpose, value, status] of steps) {
        expect(await change(signed.id, purpose, value, signed.credentialStatus.find(({ statusPurpose }) => statusPurpose === purpose))).toMatchObject({ status: 200, body: { credentialId: signed.id, status } });
        expect(await bitOf(signed, purpose)).toBe(value);
      }
      for (const [purpose, value] of [['revocation', false], ['suspension', true]] as const) expect(await change(signed.id, purpose, value)).toMatchObject({ status: 409, body: { code: 'revoked-for-good' } });
      expect([await bitOf(signed, 'revocation'), await bitOf(signed, 'suspension')]).toEqual([true, false]);
      expect(await historyOf(signed.id)).toEqual(['2 suspended', '3 active', '4 revoked']);
      expect((await told('status-changed')).at(-1)).toMatchObject({ data: { providerId: library.id, changedBy: 'Public library', changedAt: NOW } });
    });

    test.each([['application/ld+json, application/json', 'application/ld+json'], ['application/json', 'application/json'], ['*/*', 'application/vc'], ['text/html', 'application/vc']])('a list that is read with Accept: %s as %s', async (accept, mediaType) => {
      const { credentialStatus: [entry] } = await issued('eddsa-rdfc-2022');
      const answer = await fetch(service.url + new URL(entry?.statusListCredential ?? '').pathname, { headers: { accept } });
      expect([answer.headers.get('content-type'), answer.headers.get('vary')]).toEqual([expect.stringContaining(mediaType), 'accept']);
    });

    test('every credential that was issued under the id', async () => {
      const id = `urn:uuid:${newId()}`;
      const both = [await issued('eddsa-rdfc-2022', { id }), await issued('ecdsa-rdfc-2019', { id })];
      const untouched = await issued('eddsa-rdfc-2022');
      expect((await change(id, 'revocation', true)).status).toBe(200);
      expect(await Promise.all([...both, untouched].map((signed) => bitOf(signed, 'revocation')))).toEqual([true, true, false]);
    });

    test('nothing where it has no place here, another place, or was never issued', async () => {
      const id = `urn:uuid:${newId()}`;
      await issued('eddsa-rdfc-2022', { id, credentialStatus: { type: 'https://library.example/#Card' } });
      expect(await change(id, 'revocation', true)).toMatchObject({ status: 409, body: { code: 'no-status-place' } });
      const signed = await issued('eddsa-rdfc-2022');
      expect(await change(signed.id, 'revocation', true, { statusListIndex: '131071' })).toMatchObject({ status: 409, body: { code: 'other-status-place' } });
      expect(await bitOf(signed, 'revocation')).toBe(false);
      expect((await change('urn:uuid:never', 'revocation', true)).status).toBe(404);
      expect((await change(signed.id, 'refresh', true)).status).toBe(422);
    });

    test('many that are issued and revoked at once', async () => {
      const all = await Promise.all(Array.from({ length: 12 }, () => issued('eddsa-rdfc-2022')));
      expect(new Set(all.map(({ credentialStatus: [entry] }) => `${entry?.statusListCredential} ${entry?.statusListIndex}`)).size).toBe(12);
      expect((await Promise.all(all.map(({ id }) => change(id, 'revocation', true)))).map(({ status }) => status)).toEqual(Array(12).fill(200));
      await eventually(async () => expect(await Promise.all(all.map((signed) => bitOf(signed, 'revocation')))).toEqual(Array(12).fill(true)));
    });
  });

  describe('derives', () => {
    test.each<[string, (base: Signed) => object]>([
      ['nothing from nothing', () => ({})],
      ['nothing without a base proof', (base) => ({ ...base, proof: { ...base.proof, cryptosuite: 'eddsa-rdfc-2022' } })],
      ['nothing from a proof that is broken', (base) => ({ ...base, proof: { ...base.proof, proofValue: 'u2V0AhA' } })],
      ['nothing from what is too large', (base) => ({ ...base, evidence: Array.from({ length: 2_000 }, () => 'urn:a') })],
      ['nothing from another document', (base) => ({ ...base, description: 'something else' })],
    ])('%s', async (_, sent) => {
      const base = await issued('ecdsa-sd-2023', { name: 'Membership' });
      expect(await service.post('/credentials/derive', { verifiableCredential: sent(base), options: { selectivePointers: ['/name'] } })).toMatchObject({ status: 422, body: { code: 'credential-refused' } });
    });
  });
});
