import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  clrParts, ForeignDidDocument, isVerified, keyInDocument, openCredential, readAchievement, resolveOffline, verifyCredential, type JsonObject, type ResolveKey,
} from '@laurel/credentials';
import { accreditationChanged, achievementPublished, outcomeRecorded, outcomeWithdrawn, providerChanged, topics, type Achievement } from '@laurel/events';
import { newId } from '@laurel/runtime';
import { eventually, FakeClock, ServiceUnderTest } from '@laurel/testing';
import { randomBytes } from 'node:crypto';
import { CredentialIssuanceConfig, CredentialIssuanceModule } from '../app.module.js';
import { accreditations, club, coaching, firstAid, library, newLearner, outcomeOf, type Learner } from '../samples/library-and-club.js';
import { RecordFormat } from './record-query.js';

const NOW = '2026-11-24T09:00:00.000Z';

describe.each(['http://laurel.test', 'https://learning.example'])('the record of a learner, compiled at %s', (origin) => {
  const clock = new FakeClock(new Date(NOW));
  const learner = newLearner();
  let service: ServiceUnderTest;

  const get = (query = '', headers: Record<string, string> = {}, learnerId = learner.learnerId) =>
    fetch(`${service.url}/v1/me/clr${query}`, { headers: { authorization: `Bearer ${service.tokenOf('learner', learnerId)}`, ...headers } });
  /** By the DID documents that are served. */
  const resolveKey: ResolveKey = async (method, purpose) => {
    const [, path] = /^did:web:learning\.example:(issuers:[^#]+)#/.exec(method) ?? [];
    if (path === undefined) return resolveOffline(method, purpose);
    const { body } = await service.get(`/${path.replace(':', '/')}/did.json`);
    return keyInDocument(ForeignDidDocument.parse(body), method, purpose, clock.now());
  };
  const opened = async (answer: Response) => {
    const text = await answer.text();
    return openCredential(text.startsWith('{') ? (JSON.parse(text) as JsonObject) : text);
  };
  const problemsOf = async (sent: Awaited<ReturnType<typeof opened>>) => (await verifyCredential(sent, { resolveKey, now: clock.now() })).filter(({ result }) => result === 'failed');
  const namesIn = (document: JsonObject) => clrParts(document).map(({ credential }) => readAchievement(openCredential(credential).document).achievement?.name);
  const problemOf = async (answer: Response) => ({ status: answer.status, ...((await answer.json()) as { code: string; detail: string }) });

  /** Has outcomes of a learner recorded and waits for their credentials. */
  async function issueTo(to: Learner, achievements: readonly Achievement[]) {
    const outcomes = achievements.map((achievement) => outcomeOf(to, achievement));
    await service.publish(outcomeRecorded, outcomes.map((data) => ({ subject: data.outcomeId, version: 1, orderingKey: data.learnerId, data })));
    const count = () => service.database.pipelines.query('select from credentials where outcome_id = any($1::uuid[])', [outcomes.map(({ outcomeId }) => outcomeId)]);
    await eventually(async () => expect(await count()).toHaveLength(outcomes.length));
    return outcomes;
  }

  beforeAll(async () => {
    service = await ServiceUnderTest.start({
      name: 'credential-issuance', config: CredentialIssuanceConfig, clock, moduleOf: (config) => CredentialIssuanceModule.with(config),
      environment: { KEY_ENCRYPTION_KEY: randomBytes(32).toString('base64url'), PUBLIC_ORIGIN: origin, CITY_NAME: 'Haverford' },
    });
    const fact = { version: 1, orderingKey: 'registry' };
    await service.publish(providerChanged, [library, club].map((data) => ({ ...fact, subject: data.id, data })));
    await service.publish(achievementPublished, [firstAid, coaching].map((data) => ({ ...fact, subject: data.id, data })));
    await service.publish(accreditationChanged, accreditations.map((data) => ({ ...fact, subject: data.id, data })));
    await eventually(async () => expect(await service.database.pipelines.query('select from accreditations')).toHaveLength(2));
    await issueTo(learner, [firstAid, coaching]);
  });
  afterAll(() => service.stop());

  test.each(RecordFormat.options)('is had as %s, signed by the city, and verifies as do its parts', async (format) => {
    const answer = await get(`?format=${format}`);
    expect([answer.status, answer.headers.get('content-type')?.split(';')[0], answer.headers.get('cache-control')]).toEqual([200, format.startsWith('vc-jwt') ? 'application/vc+jwt' : 'application/vc', 'private, no-store']);
    const record = await opened(answer);
    expect(await problemsOf(record)).toEqual([]);
    const { document } = record;
    expect(document).toMatchObject({
      type: ['VerifiableCredential', 'ClrCredential'], partial: false, name: 'Learning record', validFrom: NOW, validUntil: '2027-11-24T09:00:00.000Z',
      issuer: { id: expect.stringMatching(origin.startsWith('https') ? /^did:web:learning\.example:issuers:city$/ : /^did:key:z/), name: 'Haverford', url: origin },
      credentialSubject: { id: learner.subjectId },
    });
    expect(document).not.toHaveProperty('credentialStatus');
    expect(namesIn(document)).toEqual(['First aid', 'Coaching']);
    for (const { credential } of clrParts(document)) expect(await problemsOf(openCredential(credential))).toEqual([]);
  });

  test('holds tokens of the parts’ own issuers if asked for', async () => {
    const { document } = await opened(await get('?parts=jwt', { accept: 'application/vc+jwt' }));
    const parts = clrParts(document).map(({ credential }) => credential);
    expect(parts.map((part) => typeof part)).toEqual(['string', 'string']);
    for (const part of parts) expect(isVerified(await verifyCredential(openCredential(part), { resolveKey, now: clock.now() }))).toBe(true);
    expect(parts.map((part) => (openCredential(part).document.issuer as JsonObject).name)).toEqual([library.name, club.name]);
  });

  test('is partial where less is asked for', async () => {
    const { document: whole } = await opened(await get());
    const [first] = clrParts(whole).map(({ credential }) => String(openCredential(credential).document.id).replace('urn:uuid:', ''));
    const asked: [string, string[]][] = [
      [`?providerId=${club.id}`, ['Coaching']], ['?formOfLearning=non-formal', ['First aid']], [`?credentialIds=${first}`, ['First aid']], [`?credentialIds=${first},${newId()}`, ['First aid']],
    ];
    for (const [query, names] of asked) {
      const { document } = await opened(await get(query));
      expect({ query, partial: document.partial, names: namesIn(document) }).toEqual({ query, partial: true, names });
    }
    expect(await problemOf(await get(`?formOfLearning=formal`))).toMatchObject({ status: 404, code: 'nothing-to-compile' });
  });

  test('is of the learner alone', async () => {
    expect(await problemOf(await get('', {}, newId()))).toMatchObject({ status: 404, code: 'nothing-to-compile' });
    expect((await service.get('/v1/me/clr')).status).toBe(401);
    expect((await service.get('/v1/me/clr', service.tokenOf('provider', library.id))).status).toBe(403);
  });

  test.each([['?format=png', {}, 422], ['?format=sd-jwt-vc', {}, 422], ['?credentialIds=none', {}, 422], ['?parts=xml', {}, 422], ['', { accept: 'image/png' }, 406]])('%s %j is refused with %i', async (query, headers, status) => {
    expect((await get(query, headers)).status).toBe(status);
  });

  test('is told to be too large as JSON, and fits with tokens', async () => {
    const busy = newLearner();
    await issueTo(busy, Array.from({ length: 120 }, () => firstAid));
    const { status, code, detail } = await problemOf(await get('', {}, busy.learnerId));
    expect([status, code]).toEqual([422, 'record-too-large']);
    expect(detail).toMatch(/120 credentials.*\?parts=jwt.*credentialIds/);
    const record = await opened(await get('?parts=jwt', {}, busy.learnerId));
    expect(clrParts(record.document)).toHaveLength(120);
    expect(await problemsOf(record)).toEqual([]);
  });

  test('has an issuer that everybody can look up, and that is told of as the city', async () => {
    expect((await service.get('/v1/issuers/city')).body).toMatchObject({ name: 'Haverford', type: ['Profile'], url: origin });
    const told = (await service.told(topics.issuer)).map(({ data }) => data as { kind?: string; name: string });
    expect(told.filter(({ kind }) => kind === 'city').map(({ name }) => name)).toEqual(['Haverford']);
    expect(told.filter(({ kind }) => kind === undefined).map(({ name }) => name).sort()).toEqual([library.name, club.name].sort());
    expect((await service.get('/issuers/town/did.json')).status).toBe(404);
  });

  test('leaves out what was withdrawn and what has ended', async () => {
    const other = newLearner();
    const [aid] = await issueTo(other, [firstAid, firstAid, coaching]);
    const names = async () => namesIn((await opened(await get('', {}, other.learnerId))).document);
    expect(await names()).toEqual(['First aid', 'First aid', 'Coaching']);
    await service.publish(outcomeWithdrawn, [{ subject: aid!.outcomeId, version: 2, orderingKey: other.learnerId, data: { outcomeId: aid!.outcomeId, providerId: library.id, learnerId: other.learnerId, withdrawnAt: NOW } }]);
    await eventually(async () => expect(await names()).toEqual(['First aid', 'Coaching']));
    clock.advance(32 * 24 * 60 * 60 * 1000);
    expect(await names()).toEqual(['First aid']);
  });
});
