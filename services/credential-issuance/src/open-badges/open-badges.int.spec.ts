import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { isVerified, openCredential, resolveOffline, verifyCredential, type JsonObject } from '@laurel/credentials';
import { accessWithdrawn, accreditationChanged, achievementPublished, outcomeRecorded, outcomeWithdrawn, providerChanged, type Achievement } from '@laurel/events';
import { READ_CREDENTIALS, READ_PROFILE, StatusInfo } from '@laurel/http';
import { newId } from '@laurel/runtime';
import { eventually, FakeClock, ServiceUnderTest } from '@laurel/testing';
import { randomBytes } from 'node:crypto';
import { CredentialIssuanceConfig, CredentialIssuanceModule } from '../app.module.js';
import { accreditations, club, coaching, firstAid, library, newLearner, outcomeOf } from '../samples/library-and-club.js';
import { CredentialsResponse } from './credential-list.js';

const PATH = '/ims/ob/v3p0/credentials';
const FIRST = new Date('2026-11-24T09:00:00.000Z');

describe('getCredentials', () => {
  const clock = new FakeClock(FIRST);
  const learner = newLearner();
  const outcomes = [firstAid, firstAid, firstAid, coaching, firstAid].map((achievement) => outcomeOf(learner, achievement));
  let service: ServiceUnderTest;

  const token = (scope: Parameters<ServiceUnderTest['tokenOf']>[0] = READ_CREDENTIALS, id = learner.learnerId) => service.tokenOf(scope, id);
  async function read(query = '') {
    const { status, headers, body } = await service.get(`${PATH}${query}`, token());
    expect(status).toBe(200);
    return { ...CredentialsResponse.parse(body), total: headers.get('x-total-count'), link: headers.get('link') ?? '', headers };
  }
  async function issue(count: number) {
    await service.publish(outcomeRecorded, outcomes.slice(0, count).map((data) => ({ subject: data.outcomeId, version: 1, orderingKey: data.learnerId, data })));
    await eventually(async () => expect(await service.database.pipelines.query('select from credentials')).toHaveLength(count));
  }

  beforeAll(async () => {
    service = await ServiceUnderTest.start({
      name: 'credential-issuance', config: CredentialIssuanceConfig, clock, moduleOf: (config) => CredentialIssuanceModule.with(config), environment: { KEY_ENCRYPTION_KEY: randomBytes(32).toString('base64url') },
    });
    const fact = { version: 1, orderingKey: 'registry' };
    await service.publish(providerChanged, [library, club].map((data) => ({ ...fact, subject: data.id, data })));
    await service.publish(achievementPublished, [firstAid, coaching].map((data: Achievement) => ({ ...fact, subject: data.id, data })));
    await service.publish(accreditationChanged, accreditations.map((data) => ({ ...fact, subject: data.id, data })));
    await eventually(async () => expect(await service.database.pipelines.query('select from accreditations')).toHaveLength(2));
    await issue(4);
    clock.advance(60_000);
    await issue(5);
  });
  afterAll(() => service.stop());

  test('gives everything that stands, character for character as it was signed', async () => {
    const { credential, compactJwsString, total, headers } = await read();
    expect([credential.length, compactJwsString, total, headers.get('content-type')]).toEqual([5, [], '5', 'application/json; charset=utf-8']);
    for (const one of credential) expect(isVerified(await verifyCredential(openCredential(one as JsonObject), { now: clock.now(), resolveKey: resolveOffline }))).toBe(true);
    const stored: { document: string }[] = await service.database.pipelines.query('select document from credentials order by id');
    const text = await (await fetch(`${service.url}${PATH}`, { headers: { authorization: `Bearer ${token()}` } })).text();
    expect(text).toContain(stored.map(({ document }) => document).join(','));
  });

  test('is read to its end by the links, each once', async () => {
    const ids: unknown[] = [];
    let query: string | undefined = '?limit=2';
    while (query !== undefined) {
      const { credential, link, total } = await read(query);
      expect(total).toBe('5');
      expect(link).toMatch(/rel="last".*rel="first"/);
      ids.push(...credential.map(({ id }) => id));
      query = /<http:\/\/laurel\.test\/ims\/ob\/v3p0\/credentials(\?[^>]+)>; rel="next"/.exec(link)?.[1];
    }
    expect([ids.length, new Set(ids).size]).toEqual([5, 5]);
  });

  test.each([
    ['2026-11-24T08:00:00Z', 5], [FIRST.toISOString(), 1], ['2026-11-24T10:00:30%2B01:00', 1], ['2026-11-25T00:00:00Z', 0],
  ])('gives what was issued after %s: %i', async (since, count) => {
    const { credential, total } = await read(`?since=${since}`);
    expect([credential.length, total]).toEqual([count, String(count)]);
  });

  test.each<[string, number, string, string]>([
    ['?limit=0', 400, 'invalid_query_parameter', 'failure'], ['?offset=-1', 400, 'invalid_query_parameter', 'failure'], ['?since=yesterday', 400, 'invalid_query_parameter', 'failure'],
    ['?filter=x', 400, 'invalid_query_parameter', 'failure'], ['/x', 404, 'not_found', 'failure'],
  ])('%s is answered by %i %s', async (query, status, minor, major) => {
    const answer = await service.get(`${PATH}${query}`, token());
    expect(answer.status).toBe(status);
    expect(StatusInfo.parse(answer.body)).toMatchObject({ imsx_codeMajor: major, imsx_codeMinor: { imsx_codeMinorField: [{ imsx_codeMinorFieldValue: minor }] } });
  });

  test('is for the learner and for whom they let read credentials', async () => {
    const statusFor = async (bearer?: string) => {
      const { status, body } = await service.get(PATH, bearer);
      return [status, StatusInfo.safeParse(body).data?.imsx_codeMinor?.imsx_codeMinorField[0]?.imsx_codeMinorFieldValue];
    };
    expect(await statusFor()).toEqual([401, 'unauthorizedrequest']);
    expect(await statusFor(token(READ_PROFILE))).toEqual([403, 'forbidden']);
    expect(await statusFor(token('provider', library.id))).toEqual([403, 'forbidden']);
    expect((await service.get(PATH, token('learner'))).status).toBe(200);
    expect((await service.get(PATH, token(READ_CREDENTIALS, newId()))).body).toEqual({ credential: [], compactJwsString: [] });
    expect((await service.get('/v1/credentials', token())).status).toBe(403);
    expect((await service.get('/v1/me/clr', token())).status).toBe(403);
  });

  test('ends when the learner takes it back', async () => {
    const [grantId, other] = [newId(), newId()];
    const statusBy = async (grant: string) => (await service.get(PATH, service.tokenOf(READ_CREDENTIALS, learner.learnerId, grant))).status;
    expect(await statusBy(grantId)).toBe(200);
    await service.publish(accessWithdrawn, [{ subject: grantId, version: 1, orderingKey: grantId, data: { grantId, learnerId: learner.learnerId, walletId: newId(), withdrawnAt: FIRST.toISOString() } }]);
    await eventually(async () => expect(await service.database.pipelines.query('select from withdrawn_grants')).toHaveLength(1));
    clock.advance(2_000);
    expect([await statusBy(grantId), await statusBy(other)]).toEqual([401, 200]);
  });

  test.each(['application/json', 'text/plain', 'application/x-www-form-urlencoded'])('takes nothing, as %s neither', async (contentType) => {
    const answer = await fetch(`${service.url}${PATH}`, { method: 'POST', headers: { authorization: `Bearer ${token()}`, 'content-type': contentType }, body: 'header.payload.signature' });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET']);
    expect(await answer.json()).toMatchObject({ imsx_codeMajor: 'unsupported', imsx_codeMinor: { imsx_codeMinorField: [{ imsx_codeMinorFieldValue: 'not_allowed' }] } });
  });

  test('leaves out what was withdrawn and what has ended', async () => {
    const { outcomeId } = outcomes[0]!;
    await service.publish(outcomeWithdrawn, [{ subject: outcomeId, version: 2, orderingKey: learner.learnerId, data: { outcomeId, providerId: library.id, learnerId: learner.learnerId, withdrawnAt: FIRST.toISOString() } }]);
    await eventually(async () => expect((await read()).total).toBe('4'));
    clock.advance(40 * 24 * 60 * 60 * 1000);
    expect((await read()).total).toBe('3');
  });
});
