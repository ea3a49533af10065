import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  CredentialFormat, deriveProof, ForeignDidDocument, isResolved, issuerId, keyInDocument, openCredential, openTokenStatusList, readStatusList, resolveOffline, verifyCredential,
  type Bitstring, type JsonObject, type ResolveKey,
} from '@laurel/credentials';
import {
  accreditationChanged, achievementPublished, outcomeRecorded, outcomeWithdrawn, providerChanged, type Accreditation, type Achievement, type Provider, type RecordedOutcome,
} from '@laurel/events';
import { newId } from '@laurel/runtime';
import { eventually, FakeClock, ServiceUnderTest } from '@laurel/testing';
import { randomBytes } from 'node:crypto';
import { CredentialIssuanceConfig, CredentialIssuanceModule } from '../../app.module.js';
import { TypeMetadata } from './type-metadata.js';

const NOW = '2026-11-24T09:00:00.000Z';
const provider: Provider = { id: newId(), name: 'Public library', setting: 'library', status: 'approved', changedAt: NOW };
const achievement: Achievement = {
  id: newId(), version: 1, providerId: provider.id, name: 'Premiers secours', description: 'Porte secours.', criteria: { narrative: 'Shown in practice.' },
  achievementType: 'Course', formOfLearning: 'non-formal', setting: 'library', level: 3, publishedAt: NOW,
};
const accreditation: Accreditation = { id: newId(), providerId: provider.id, accreditor: { name: 'City' }, scope: {}, validFrom: '2026-01-01' };
const EVERYTHING = { selectivePointers: ['/id', '/name', '/awardedDate', '/credentialSubject', '/evidence'] };

/** By ?format=, with the media type and the extension that come with each. */
const FORMATS: [CredentialFormat, string, string | undefined][] = [
  ...(['eddsa-rdfc-2022', 'eddsa-jcs-2022', 'ecdsa-rdfc-2019', 'ecdsa-jcs-2019', 'ecdsa-rdfc-2019-p384', 'ecdsa-jcs-2019-p384', 'ecdsa-sd-2023'] as const)
    .map((format): [CredentialFormat, string, undefined] => [format, 'application/vc', undefined]),
  ['vc-jwt-eddsa', 'application/vc+jwt', 'jwt'], ['vc-jwt-es256', 'application/vc+jwt', 'jwt'], ['sd-jwt-vc', 'application/dc+sd-jwt', 'sd-jwt'],
  ['png', 'image/png', 'png'], ['svg', 'image/svg+xml', 'svg'],
];

describe.each(['http://laurel.test', 'https://learning.example'])('a credential issued at %s', (origin) => {
  const clock = new FakeClock(new Date(NOW));
  const outcome: RecordedOutcome = {
    outcomeId: newId(), attempt: 1, providerId: provider.id, learnerId: newId(), subjectId: `urn:uuid:${newId()}`, externalId: 'A-1', achievementId: achievement.id, achievedOn: '2026-06-01',
    result: { resultType: 'Percent', value: '87' }, evidence: [{ name: 'Photo' }], recordedAt: NOW, identity: { identityHash: `sha256$${'a'.repeat(64)}`, salt: randomBytes(16).toString('hex') },
  };
  let service: ServiceUnderTest;
  let stored: { id: string; document: string };

  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${service.url}${path}`, { headers: { authorization: `Bearer ${service.tokenOf('learner', outcome.learnerId)}`, ...headers } });
  const fetched = async (format: CredentialFormat) => get(`/v1/credentials/${stored.id}?format=${format}`);

  /** The keys of the issuer's own DID document, or those that a did:key is. */
  const resolveKey: ResolveKey = async (method, purpose) => {
    if (!method.startsWith('did:web:learning.example:issuers:')) return resolveOffline(method, purpose);
    const document: unknown = await (await get(`/issuers/${provider.id}/did.json`)).json();
    return keyInDocument(ForeignDidDocument.parse(document), method, purpose, clock.now());
  };

  /** As its holder sends it on, opened: from a base proof one that tells everything. */
  async function opened(answer: Response) {
    const mediaType = answer.headers.get('content-type') ?? '';
    if (mediaType.startsWith('image/')) return openCredential(`data:${mediaType};base64,${Buffer.from(await answer.arrayBuffer()).toString('base64')}`);
    const text = await answer.text();
    const sent: JsonObject | string = text.startsWith('{') ? JSON.parse(text) : text;
    const isBase = typeof sent === 'object' && (sent.proof as JsonObject).cryptosuite === 'ecdsa-sd-2023';
    return openCredential(isBase ? await deriveProof(sent, EVERYTHING) : sent);
  }
  const problemsOf = async (answer: Response) => (await verifyCredential(await opened(answer), { resolveKey, now: clock.now() })).filter(({ result }) => result !== 'passed');

  /** What stands in the token of an SD-JWT VC, as far as it is looked at here. */
  async function claims(): Promise<{ vct?: string; status?: { status_list: { idx: number; uri: string } }; credentialStatus?: { statusListCredential: string; statusListIndex: string }[] }> {
    const [, payload = ''] = (await (await fetched('sd-jwt-vc')).text()).split('.');
    return JSON.parse(Buffer.from(payload, 'base64url').toString());
  }

  beforeAll(async () => {
    service = await ServiceUnderTest.start({
      name: 'credential-issuance', config: CredentialIssuanceConfig, clock, moduleOf: (config) => CredentialIssuanceModule.with(config),
      environment: { KEY_ENCRYPTION_KEY: randomBytes(32).toString('base64url'), PUBLIC_ORIGIN: origin },
    });
    const fact = { version: 1, orderingKey: 'registry' };
    await service.publish(providerChanged, [{ ...fact, subject: provider.id, data: provider }]);
    await service.publish(achievementPublished, [{ ...fact, subject: achievement.id, data: achievement }]);
    await service.publish(accreditationChanged, [{ ...fact, subject: accreditation.id, data: accreditation }]);
    await eventually(async () => expect(await service.database.pipelines.query('select from accreditations')).toHaveLength(1));
    await service.publish(outcomeRecorded, [{ subject: outcome.outcomeId, version: 1, orderingKey: outcome.learnerId, data: outcome }]);
    stored = await eventually(async () => {
      const [row]: { id: string; document: string }[] = await service.database.pipelines.query('select id, document from credentials');
      return row ?? Promise.reject(new Error('nothing was issued yet'));
    });
  });
  afterAll(() => service.stop());

  test.each(FORMATS)('is had as %s, says the same and verifies', async (format, mediaType, extension) => {
    const answer = await fetched(format);
    expect([answer.status, answer.headers.get('content-type')?.split(';')[0], answer.headers.get('vary')]).toEqual([200, mediaType, 'accept']);
    expect(answer.headers.get('content-disposition')).toBe(extension ? `attachment; filename="Premiers secours.${extension}"; filename*=UTF-8''Premiers%20secours.${extension}` : null);
    const { document } = await opened(answer.clone());
    expect(await problemsOf(answer)).toEqual([]);
    const { issuer, proof: _, ...content } = document;
    const { issuer: storedIssuer, proof: __, ...storedContent } = JSON.parse(stored.document) as JsonObject;
    expect(content).toEqual(storedContent);
    expect({ ...(issuer as JsonObject), id: '' }).toEqual({ ...(storedIssuer as JsonObject), id: '' });
    expect(issuerId(document)).toMatch(origin.startsWith('https') ? `did:web:learning.example:issuers:${provider.id}` : /^did:key:z(6Mk|Dna|82L)/);
  });

  test('is stored in the first format, and the same in an image and under a media type of JSON', async () => {
    expect(await (await fetched('eddsa-rdfc-2022')).text()).toBe(stored.document);
    expect((await opened(await fetched('png'))).document).toEqual(JSON.parse(stored.document));
    const asJson = await get(`/v1/credentials/${stored.id}`, { accept: 'application/json' });
    expect([asJson.headers.get('content-type')?.split(';')[0], await asJson.text()]).toEqual(['application/json', stored.document]);
  });

  test.each([
    ['*/*', 'application/vc'], ['application/vc+jwt', 'application/vc+jwt'], ['application/dc+sd-jwt, */*;q=0.1', 'application/dc+sd-jwt'],
    ['image/svg+xml;q=0.4, image/png;q=0.3', 'image/svg+xml'],
  ])('is had by Accept: %s as %s', async (accept, mediaType) => {
    const answer = await get(`/v1/credentials/${stored.id}`, { accept });
    expect(answer.headers.get('content-type')?.split(';')[0]).toBe(mediaType);
    expect(await problemsOf(answer)).toEqual([]);
  });

  test('is not had in a form that there is not, and the answer names those that there are', async () => {
    const unacceptable = await get(`/v1/credentials/${stored.id}`, { accept: 'text/html, image/webp' });
    expect([unacceptable.status, unacceptable.headers.get('content-type')?.split(';')[0]]).toEqual([406, 'application/problem+json']);
    expect(await unacceptable.json()).toMatchObject({ code: 'not-acceptable', detail: expect.stringMatching(/application\/dc\+sd-jwt.*eddsa-rdfc-2022.*svg/) });
    const unknown = await get(`/v1/credentials/${stored.id}?format=pdf`);
    expect(unknown.status).toBe(422);
    expect(await unknown.json()).toMatchObject({ errors: [{ pointer: '/format', detail: expect.stringMatching(/ecdsa-sd-2023.*png/) }] });
  });

  test.each(CredentialFormat.options)('is not had as %s by anybody else', async (format) => {
    const path = `/v1/credentials/${stored.id}?format=${format}`;
    expect((await service.get(path, service.tokenOf('learner', newId()))).status).toBe(404);
    expect((await service.get(path, service.tokenOf('provider', newId()))).status).toBe(404);
    expect((await service.get(path)).status).toBe(401);
    expect((await get(path, { authorization: `Bearer ${service.tokenOf('provider', provider.id)}` })).status).toBe(200);
  });

  test('has a type whose metadata everybody can read', async () => {
    const { vct = '' } = await claims();
    expect(vct).toBe(`${origin}/v1/credential-types/achievement-credential`);
    const { status, body } = await service.get(new URL(vct).pathname);
    const metadata = TypeMetadata.parse(body);
    expect([status, metadata.vct]).toEqual([200, vct]);
    const { document } = await opened(await fetched('sd-jwt-vc'));
    for (const { path, mandatory } of metadata.claims) if (mandatory) expect(path.reduce<unknown>((at, step) => (at as JsonObject)[step ?? 0], document)).toBeDefined();
    const always = metadata.claims.filter(({ sd }) => sd === 'always').map(({ path }) => path.join('/'));
    expect(always).toEqual(expect.arrayContaining(['credentialSubject/id', 'evidence/']));
  });

  describe('that is withdrawn', () => {
    const listsOf = async () => {
      const { status, credentialStatus } = await claims();
      const [place, [revocation]] = [status?.status_list ?? { idx: -1, uri: '' }, credentialStatus ?? []];
      const bits: Bitstring = readStatusList(await (await fetch(`${service.url}${new URL(revocation?.statusListCredential ?? '').pathname}`)).json(), 'revocation');
      const answer = await fetch(`${service.url}${new URL(place.uri).pathname}`);
      const { list, controller, fault } = await openTokenStatusList(await answer.clone().text(), place.uri, { now: clock.now(), resolveKey });
      const issuer = issuerId((await opened(await fetched('sd-jwt-vc'))).document);
      return { answer, fault, isOfIssuer: controller === issuer, bit: bits.get(Number(revocation?.statusListIndex)), value: list?.get(place.idx), sameIndex: String(place.idx) === revocation?.statusListIndex };
    };

    test('is revoked in both lists at once, and still given in every format', async () => {
      const before = await listsOf();
      expect(before).toMatchObject({ fault: undefined, isOfIssuer: true, bit: false, value: 0, sameIndex: true });
      expect(before.answer.headers.get('content-type')).toBe('application/statuslist+jwt');
      expect(before.answer.headers.get('cache-control')).toBe('public, no-cache');
      const etag = before.answer.headers.get('etag') ?? '';
      expect((await fetch(before.answer.url, { headers: { 'if-none-match': etag } })).status).toBe(304);

      clock.advance(1_000);
      await service.publish(outcomeWithdrawn, [{ subject: outcome.outcomeId, version: 2, orderingKey: outcome.learnerId, data: { outcomeId: outcome.outcomeId, providerId: provider.id, learnerId: outcome.learnerId, withdrawnAt: NOW } }]);
      await eventually(async () => expect(await listsOf()).toMatchObject({ fault: undefined, isOfIssuer: true, bit: true, value: 1 }));
      expect((await fetch(before.answer.url, { headers: { 'if-none-match': etag } })).status).toBe(200);
      for (const format of CredentialFormat.options) expect(await problemsOf(await fetched(format))).toEqual([]);
    });

    test('a list that nobody has is not found', async () => {
      expect((await service.get(`/v1/token-status-lists/${newId()}`)).status).toBe(404);
      expect((await service.get('/v1/token-status-lists/none')).status).toBe(404);
      expect(isResolved(await resolveKey('did:web:elsewhere.example#1', 'assertionMethod'))).toBe(false);
    });
  });
});
