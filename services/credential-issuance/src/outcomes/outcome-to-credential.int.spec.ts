import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { canonicalJson, openCredential, readStatusList, resolveDidKey, verifyCredential, type JsonObject } from '@laurel/credentials';
import {
  accreditationChanged, achievementPublished, clientRevoked, outcomeRecorded, outcomeWithdrawn, providerChanged, registryAsked, registryComplete, topics,
  type Accreditation, type Achievement, type CredentialStatus, type Envelope, type Provider, type RecordedOutcome,
} from '@laurel/events';
import { AccessTokenClaims } from '@laurel/http';
import { newId } from '@laurel/runtime';
import { eventually, FakeClock, ServiceUnderTest } from '@laurel/testing';
import { randomBytes } from 'node:crypto';
import { CredentialIssuanceConfig, CredentialIssuanceModule } from '../app.module.js';

const NOW = '2026-11-24T09:00:00.000Z';

describe('from outcome to credential', () => {
  const clock = new FakeClock(new Date(NOW));
  let service: ServiceUnderTest;
  const provider: Provider = { id: newId(), name: 'Public library', url: 'https://library.example', setting: 'library', status: 'approved', changedAt: NOW };
  const achievement: Achievement = {
    id: newId(), version: 1, providerId: provider.id, name: 'First aid', description: 'Provides first aid.', criteria: { narrative: 'Shown in practice.' },
    achievementType: 'Course', formOfLearning: 'non-formal', setting: 'library', level: 3, fields: ['0913'], validFor: 'P2Y', publishedAt: '2026-02-01T00:00:00.000Z',
  };
  const accreditation: Accreditation = { id: newId(), providerId: provider.id, accreditor: { name: 'City' }, scope: { formsOfLearning: ['non-formal'] }, validFrom: '2026-01-01' };
  const learnerId = newId();

  const outcome = (more: Partial<RecordedOutcome> = {}): RecordedOutcome => ({
    outcomeId: newId(), attempt: 1, providerId: provider.id, learnerId, subjectId: `urn:uuid:${newId()}`, externalId: `A-${newId()}`, achievementId: achievement.id,
    achievedOn: '2026-06-01', hours: 16, result: { resultType: 'Percent', value: '87' }, recordedAt: NOW,
    identity: { identityHash: `sha256$${randomBytes(32).toString('hex')}`, salt: randomBytes(16).toString('hex') }, ...more,
  });
  const learn = async (facts: { provider?: Provider; achievement?: Achievement; accreditation?: Accreditation }, version = 1) => {
    const fact = { version, orderingKey: 'registry' };
    if (facts.provider) await service.publish(providerChanged, [{ ...fact, subject: facts.provider.id, data: facts.provider }]);
    if (facts.achievement) await service.publish(achievementPublished, [{ ...fact, subject: facts.achievement.id, data: facts.achievement }]);
    if (facts.accreditation) await service.publish(accreditationChanged, [{ ...fact, subject: facts.accreditation.id, data: facts.accreditation }]);
  };
  /** Topics are independent: what is submitted now may be decided before an achievement that was told before. */
  const known = ({ id, version }: Achievement) => eventually(async () => expect(await query('select id from achievements where id = $1 and version = $2', id, version)).toHaveLength(1), 20_000);
  const submit = (...outcomes: RecordedOutcome[]) =>
    service.publish(outcomeRecorded, outcomes.map((data) => ({ subject: data.outcomeId, version: data.attempt, orderingKey: data.learnerId, data })));
  const withdraw = ({ outcomeId, providerId }: RecordedOutcome) =>
    service.publish(outcomeWithdrawn, [{ subject: outcomeId, version: 2, orderingKey: learnerId, data: { outcomeId, providerId, learnerId, withdrawnAt: NOW } }]);
  const query = <Row>(sql: string, ...parameters: unknown[]): Promise<Row[]> => service.database.pipelines.query(sql, parameters);
  /** What issuance told about an outcome, oldest first. */
  const told = async ({ outcomeId }: RecordedOutcome): Promise<Envelope[]> => (await service.told(topics.credential)).filter(({ data }) => data.outcomeId === outcomeId);
  const typesTold = async (about: RecordedOutcome) => (await told(about)).map(({ type }) => type.replace('laurel.', ''));
  const whenTold = (about: RecordedOutcome, ...types: string[]) => eventually(async () => expect(await typesTold(about)).toEqual(types));
  const settled = async (about: RecordedOutcome) => {
    const later = outcome();
    await submit(later);
    await whenTold(later, 'credential.issued.v1');
    return typesTold(about);
  };
  const credentialOf = async ({ outcomeId }: RecordedOutcome) => {
    const [row] = await query<{ id: string; status: CredentialStatus; document: string }>('select id, status, document from credentials where outcome_id = $1', outcomeId);
    if (!row) throw new Error('there is no credential');
    return { ...row, credential: JSON.parse(row.document) };
  };
  const questionOf = async ({ outcomeId }: RecordedOutcome) => {
    const [waiting] = await query<{ question: string }>('select question from waiting_outcomes where outcome_id = $1', outcomeId);
    return waiting?.question;
  };
  const whenWaiting = (about: RecordedOutcome) => eventually(async () => {
    const question = await questionOf(about);
    expect(question).toBeDefined();
    return question ?? '';
  });
  const complete = (...questions: string[]) => service.publish(registryComplete, [{ subject: newId(), version: 1, orderingKey: 'registry', data: { questions } }]);
  const refuse = async (about: RecordedOutcome) => complete(await whenWaiting(about));
  const token = () => service.tokenOf('learner', learnerId);

  beforeAll(async () => {
    service = await ServiceUnderTest.start({
      name: 'credential-issuance', config: CredentialIssuanceConfig, clock, environment: { KEY_ENCRYPTION_KEY: randomBytes(32).toString('base64url') },
      moduleOf: (config) => CredentialIssuanceModule.with(config),
    });
    await learn({ provider, achievement, accreditation });
    await eventually(async () => expect(await query('select from accreditations')).toHaveLength(1));
  });
  afterAll(() => service.stop());

  describe('issues', () => {
    test('a credential that verifies, and tells what stands about it', async () => {
      const given = outcome();
      await submit(given);
      await whenTold(given, 'credential.issued.v1');
      const [event] = await told(given);
      const { id, credential } = await credentialOf(given);
      expect(event).toMatchObject({
        subject: id, aggregateversion: 1, orderingkey: learnerId,
        data: {
          credentialId: id, providerName: 'Public library', learnerId, issuerId: credential.issuer.id, achievementId: achievement.id, achievementVersion: 1, level: 3,
          trust: 'accredited', accreditationId: accreditation.id, awardedOn: '2026-06-01', issuedAt: NOW, validUntil: '2028-11-24T09:00:00.000Z',
        },
      });
      expect(credential).toMatchObject({ id: `urn:uuid:${id}`, validFrom: NOW, validUntil: '2028-11-24T09:00:00.000Z', credentialSubject: { id: given.subjectId, identifier: [given.identity] } });
      const report = await verifyCredential(openCredential(credential), { resolveKey: resolveDidKey, now: clock.now() });
      expect(report.filter(({ result }) => result === 'failed')).toEqual([]);
      expect(report.find(({ check }) => check === 'proof')).toMatchObject({ result: 'passed' });
    });

    test('a batch, each with a place of its own in the lists', async () => {
      const given = Array.from({ length: 120 }, () => outcome());
      await submit(...given);
      await eventually(async () => expect(await query('select from credentials where outcome_id = any($1)', given.map(({ outcomeId }) => outcomeId))).toHaveLength(120));
      const [places] = await query<{ all: number; different: number; taken: number }>(
        `select count(*)::int as all, count(distinct (pair_id, status_index))::int as different, (select sum(taken)::int from status_list_pairs) as taken from credentials`);
      expect(places?.different).toBe(places?.all);
      expect(places?.taken).toBe(places?.all);
    });

    test('one credential, however often an outcome is told', async () => {
      const given = outcome();
      await submit(given, given);
      await submit(given);
      await whenTold(given, 'credential.issued.v1');
      await submit({ ...given, attempt: 2 });
      expect(await settled(given)).toEqual(['credential.issued.v1']);
    });

    test('under the version that was the latest when the outcome was recorded', async () => {
      await learn({ achievement: { ...achievement, version: 2, name: 'First aid, revised', publishedAt: '2026-11-24T08:00:00.000Z' } }, 2);
      await eventually(async () => expect(await query('select from achievements where id = $1', achievement.id)).toHaveLength(2));
      const [before, after] = [outcome({ recordedAt: '2026-11-24T07:59:59.000Z' }), outcome()];
      await submit(before, after);
      await whenTold(after, 'credential.issued.v1');
      const names = await Promise.all([before, after].map(async (each) => (await credentialOf(each)).credential.credentialSubject.achievement.name));
      expect(names).toEqual(['First aid', 'First aid, revised']);
    });
  });

  describe('waits for a fact that may be on its way', () => {
    const later = (): Achievement => ({ ...achievement, id: newId(), name: 'Sorting waste' });

    test('and issues when it came before the answer', async () => {
      const missing = later();
      const given = outcome({ achievementId: missing.id });
      await submit(given);
      const question = await whenWaiting(given);
      expect((await service.told(registryAsked.topic)).filter(({ subject }) => subject === question)).toHaveLength(1);
      await learn({ achievement: missing });
      await complete(question);
      await whenTold(given, 'credential.issued.v1');
      expect(await questionOf(given)).toBeUndefined();
    });

    test('and refuses when it did not', async () => {
      const given = [outcome({ achievementId: newId() }), outcome({ achievementId: newId() })] as const;
      await submit(...given);
      const questions = await Promise.all(given.map(whenWaiting));
      await complete(...new Set(questions));
      await whenTold(given[0], 'outcome.refused.v1');
      await whenTold(given[1], 'outcome.refused.v1');
      const [event] = await told(given[0]);
      expect(event).toMatchObject({ subject: given[0].outcomeId, aggregateversion: 1, data: { attempt: 1, code: 'unknown-achievement', detail: expect.stringContaining(given[0].achievementId) } });
    });

    test('but not before it refuses another provider\'s achievement', async () => {
      const foreign = { ...later(), providerId: newId() };
      await learn({ achievement: foreign });
      await eventually(async () => expect(await query('select from achievements where id = $1', foreign.id)).toHaveLength(1));
      const given = outcome({ achievementId: foreign.id });
      await submit(given);
      await whenTold(given, 'outcome.refused.v1');
      expect((await told(given))[0]?.data.code).toBe('foreign-achievement');
    });

    test('and decides a resubmission anew, once the cause is mended', async () => {
      const missing = later();
      const given = outcome({ achievementId: missing.id });
      await submit(given);
      await refuse(given);
      await whenTold(given, 'outcome.refused.v1');
      await learn({ achievement: missing });
      await known(missing);
      await submit({ ...given, attempt: 2 });
      await whenTold(given, 'outcome.refused.v1', 'credential.issued.v1');
      await submit(given);
      expect(await settled(given)).toEqual(['outcome.refused.v1', 'credential.issued.v1']);
      expect(await query('select from refusals where outcome_id = $1', given.outcomeId)).toEqual([]);
    });

    test('and refuses each attempt of its own', async () => {
      const given = outcome({ achievedOn: '2025-06-01' });
      await submit(given);
      await refuse(given);
      await whenTold(given, 'outcome.refused.v1');
      await submit({ ...given, attempt: 2 });
      await refuse(given);
      await whenTold(given, 'outcome.refused.v1', 'outcome.refused.v1');
      expect((await told(given)).map(({ data }) => [data.attempt, data.code])).toEqual([[1, 'accreditation-lapsed'], [2, 'accreditation-lapsed']]);
    });
  });

  describe('takes a withdrawal', () => {
    test('of a credential as its revocation: in the list at once, told once', async () => {
      const given = outcome();
      await submit(given);
      await whenTold(given, 'credential.issued.v1');
      const { id, credential } = await credentialOf(given);
      const [entry] = credential.credentialStatus;
      const path = new URL(entry.statusListCredential).pathname;
      const before = await fetch(`${service.url}${path}`);
      const etag = before.headers.get('etag') ?? '';
      expect(before.headers.get('content-type')).toBe('application/vc');
      expect(readStatusList(await before.json(), 'revocation').get(Number(entry.statusListIndex))).toBe(false);
      expect((await fetch(`${service.url}${path}`, { headers: { 'if-none-match': `W/${etag}, "other"` } })).status).toBe(304);

      clock.advance(1_000);
      await withdraw(given);
      await whenTold(given, 'credential.issued.v1', 'credential.status-changed.v1');
      const after = await fetch(`${service.url}${path}`, { headers: { 'if-none-match': etag } });
      const list: JsonObject = JSON.parse(await after.text());
      expect(after.status).toBe(200);
      expect(readStatusList(list, 'revocation').get(Number(entry.statusListIndex))).toBe(true);
      expect(list).toMatchObject({ id: entry.statusListCredential, issuer: credential.issuer.id, validFrom: clock.now().toISOString() });
      const report = await verifyCredential(openCredential(list), { resolveKey: resolveDidKey, now: clock.now() });
      expect(report.find(({ check }) => check === 'proof')).toMatchObject({ result: 'passed' });
      expect((await told(given))[1]).toMatchObject({
        subject: id, aggregateversion: 2, data: { credentialId: id, status: 'revoked', reason: 'withdrawn-by-provider', changedBy: 'Public library', changedAt: clock.now().toISOString() },
      });
      await withdraw(given);
      expect(await settled(given)).toEqual(['credential.issued.v1', 'credential.status-changed.v1']);
      expect((await credentialOf(given)).status).toBe('revoked');
    });

    test('without a mark for anybody else', async () => {
      const lists = await query<{ bits: Buffer; purpose: string }>('select bits, purpose from status_lists');
      const marks = lists.map(({ bits, purpose }) => ({ purpose, marked: [...bits].reduce((sum, byte) => sum + byte.toString(2).replaceAll('0', '').length, 0) }));
      expect(marks.filter(({ marked }) => marked > 0)).toEqual([{ purpose: 'revocation', marked: 1 }]);
    });

    test('that comes first, so that nothing is issued', async () => {
      const given = outcome();
      await withdraw(given);
      await eventually(async () => expect(await query('select from withdrawals where outcome_id = $1', given.outcomeId)).toHaveLength(1));
      await submit(given);
      expect(await settled(given)).toEqual([]);
    });

    test('while the outcome waits, so that nothing is issued or refused', async () => {
      const given = outcome({ achievementId: newId() });
      await submit(given);
      const question = await whenWaiting(given);
      await withdraw(given);
      await eventually(async () => expect(await questionOf(given)).toBeUndefined());
      await complete(question);
      expect(await settled(given)).toEqual([]);
    });
  });

  describe('shows', () => {
    test('a learner and a provider their own, page by page, the externalId to the provider only', async () => {
      const mine = { learnerId: newId() };
      const given = [outcome(mine), outcome(mine), outcome(mine)];
      await submit(...given);
      await eventually(async () => expect(await query('select from credentials where learner_id = $1', mine.learnerId)).toHaveLength(3));
      const first = await service.get('/v1/credentials?limit=2', service.tokenOf('learner', mine.learnerId));
      const { items, nextCursor } = first.body as { items: unknown[]; nextCursor: string };
      expect(items).toHaveLength(2);
      expect(items[0]).toEqual({ id: expect.any(String), outcomeId: given[0]?.outcomeId, achievementId: achievement.id, status: 'active', issuedOn: '2026-11-24' });
      const second = await service.get(`/v1/credentials?cursor=${nextCursor}`, service.tokenOf('learner', mine.learnerId));
      expect(second.body).toMatchObject({ items: [{ outcomeId: given[2]?.outcomeId }], nextCursor: null });
      const ofProvider = await service.get('/v1/credentials?limit=200', service.tokenOf('provider', provider.id));
      expect(ofProvider.body).toMatchObject({ items: expect.arrayContaining([expect.objectContaining({ outcomeId: given[0]?.outcomeId, externalId: given[0]?.externalId })]) });
    });

    test('the document as it was signed, and to strangers what it shows of unknown ids', async () => {
      const given = outcome();
      await submit(given);
      await whenTold(given, 'credential.issued.v1');
      const { id, document } = await credentialOf(given);
      const answer = await fetch(`${service.url}/v1/credentials/${id}`, { headers: { authorization: `Bearer ${token()}` } });
      expect(answer.headers.get('content-type')).toBe('application/vc');
      expect(await answer.text()).toBe(document);
      expect((await service.get(`/v1/credentials/${id}`, service.tokenOf('provider', provider.id))).status).toBe(200);
      const foreign = await service.get(`/v1/credentials/${id}`, service.tokenOf('learner', newId()));
      const unknown = await service.get(`/v1/credentials/${newId()}`, token());
      for (const { status, body } of [foreign, unknown, await service.get(`/v1/credentials/${id}`, service.tokenOf('provider', newId()))]) {
        expect(status).toBe(404);
        expect({ ...(body as object), requestId: '' }).toEqual({ ...(unknown.body as object), requestId: '' });
      }
      expect((await service.get(`/v1/credentials/${id}`)).status).toBe(401);
      expect((await service.get(`/v1/credentials/${id}`, service.tokenOf('operator', newId()))).status).toBe(403);
    });

    test('the issuer, its DID document and the vocabularies to anyone', async () => {
      const profile = await service.get(`/v1/issuers/${provider.id}`);
      const { id } = profile.body as { id: string };
      expect(profile.body).toMatchObject({ id: expect.stringMatching(/^did:key:z6Mk/), type: ['Profile'], name: 'Public library', url: 'https://library.example' });
      expect((await service.get(`/issuers/${provider.id}/did.json`)).body).toMatchObject({ id, assertionMethod: [`${id}#${id.slice('did:key:'.length)}`] });
      const statuses = await Promise.all(['/v1/issuers/', '/v1/status-lists/'].map(async (path) => (await service.get(`${path}${newId()}`)).status));
      expect(statuses).toEqual([404, 404]);
      expect(canonicalJson((await service.get('/vocab/forms-of-learning')).body)).toContain('non-formal');
      expect((await service.get('/vocab/settings')).status).toBe(200);
      expect((await service.get('/vocab/nothing')).status).toBe(404);
    });

    test('nothing to a suspended provider or a deleted client any more', async () => {
      const [suspended, other] = [{ ...provider, id: newId() }, { ...provider, id: newId() }];
      await learn({ provider: suspended });
      await learn({ provider: other });
      const tokens = [suspended, other].map(({ id }) => service.tokenOf('provider', id));
      const asked = () => Promise.all(tokens.map(async (each) => (await service.get('/v1/credentials', each)).status));
      expect(await asked()).toEqual([200, 200]);
      const { client_id: clientId } = AccessTokenClaims.parse(JSON.parse(Buffer.from(tokens[1]?.split('.')[1] ?? '', 'base64url').toString()));
      await learn({ provider: { ...suspended, status: 'suspended' } }, 2);
      await service.publish(clientRevoked, [{ subject: clientId ?? '', version: 1, orderingKey: 'registry', data: { clientId: clientId ?? '', providerId: other.id, revokedAt: NOW } }]);
      await eventually(async () => expect(await query('select from revoked_clients')).toHaveLength(1));
      clock.advance(2_000);
      expect(await asked()).toEqual([401, 401]);
    });
  });
});
