import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { achievementPublished, contactChanged, credentialIssued, credentialStatusChanged, outcomeRecorded, outcomeRefused, providerChanged, signInRequested, type EventType } from '@laurel/events';
import { newId } from '@laurel/runtime';
import { eventually, FakeClock, ServiceUnderTest } from '@laurel/testing';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { compactDecrypt } from 'jose';
import type { z } from 'zod';
import { LearnerRecordsConfig, LearnerRecordsModule } from './app.module.js';

const contactKey = randomBytes(32);
const clock = new FakeClock();
const provider = newId();
let records: ServiceUnderTest;
let token: string;

beforeAll(async () => {
  const key = { ...generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' }), kid: 'learners' };
  records = await ServiceUnderTest.start({
    name: 'learner-records', config: LearnerRecordsConfig, clock, moduleOf: (config) => LearnerRecordsModule.with(config),
    environment: { LEARNER_TOKEN_KEY: JSON.stringify(key), CONTACT_KEY: contactKey.toString('base64url') },
  });
  token = records.tokenOf('provider', provider);
});

afterAll(() => records.stop());

interface Shown {
  readonly id: string;
  readonly status: string;
}
const shown = (answer: { body: unknown }): Shown => answer.body as Shown;
const outcome = (more: Record<string, unknown> = {}) => ({
  externalId: newId(), learner: { email: `${newId()}@example.org` }, achievementId: newId(), achievedOn: clock.now().toISOString().slice(0, 10), ...more,
});
const post = (body: unknown, as = token) => records.post('/v1/outcomes', body, as);

/** What the service has told so far of a type, newest last. */
async function told<Type extends EventType>({ type, topic, data }: Type): Promise<z.infer<Type['data']>[]> {
  return (await records.told(topic)).filter((event) => event.type === type).map((event) => data.parse(event.data) as z.infer<Type['data']>);
}
const recordedOf = async (id: string) => (await told(outcomeRecorded)).filter(({ outcomeId }) => outcomeId === id);
const learnerOf = async (answer: { body: unknown }) => (await recordedOf(shown(answer).id))[0]?.learnerId;

describe('outcomes', () => {
  it('are recorded once: 201, the same again 200, other content 409', async () => {
    const body = outcome({ result: { resultType: 'Percent', value: '87' }, evidence: [{ name: 'report' }], hours: 12.5 });
    const first = await post(body);
    expect(first).toMatchObject({ status: 201, body: { ...body, status: 'recorded', providerId: provider } });
    expect(first.headers.get('location')).toBe(`/v1/outcomes/${shown(first).id}`);
    const reordered = Object.fromEntries(Object.entries(body).reverse());
    expect(await post(reordered)).toMatchObject({ status: 200, body: { id: shown(first).id } });
    expect(await post({ ...body, hours: 13 })).toMatchObject({ status: 409, body: { code: 'external-id-conflict' } });
    expect(await post({ ...body, learner: { ...body.learner, name: 'Mina' } })).toMatchObject({ status: 409 });
    expect(await recordedOf(shown(first).id)).toHaveLength(1);
  });

  it('of one externalId from fifty at once: one 201, 49 times 200, one event', async () => {
    const body = outcome();
    const answers = await Promise.all(Array.from({ length: 50 }, () => post(body)));
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array<number>(49).fill(200), 201]);
    expect(new Set(answers.map((answer) => shown(answer).id)).size).toBe(1);
    expect(await recordedOf(shown(answers[0] ?? { body: {} }).id)).toHaveLength(1);
  });

  it('tell issuance nothing by which a person could be recognised', async () => {
    const answer = await post(outcome({ learner: { email: 'Mina.Park@Example.org', name: 'Mina Park', identifiers: [{ type: 'nationalIdentityNumber', value: '850101-1234567' }] } }));
    const [event] = await recordedOf(shown(answer).id);
    expect(event).toMatchObject({ subjectId: expect.stringMatching(/^urn:uuid:/), identity: { identityHash: expect.stringMatching(/^sha256\$/), salt: expect.any(String) } });
    expect(JSON.stringify(event)).not.toMatch(/mina|park|850101/i);
    expect(event?.subjectId).not.toContain(event?.learnerId);
  });

  it('come in batches: each row has the answer of its own request', async () => {
    const [good, twin] = [outcome(), outcome()];
    const answer = await records.post('/v1/outcomes/batch', { outcomes: [good, { ...good, hours: 1 }, twin, twin, { ...twin, nonsense: 1 }, 'text', outcome({ achievedOn: '2026-02-30' }), outcome({ externalId: 'a\u0000b' })] }, token);
    const { results } = answer.body as { results: { index: number; status: number; outcome?: Shown; problem?: { errors?: { pointer: string }[] } }[] };
    expect(results.map(({ status }) => status)).toEqual([201, 409, 201, 200, 422, 422, 422, 422]);
    expect(results.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(results[4]?.problem?.errors).toEqual([{ pointer: '/nonsense', detail: expect.any(String) }]);
    expect(results[2]?.outcome?.id).toBe(results[3]?.outcome?.id);
  });

  it('in two batches at once, in opposite orders, never wait in a circle', async () => {
    const rows = Array.from({ length: 200 }, () => outcome());
    const answers = await Promise.all([rows, [...rows].reverse(), rows, [...rows].reverse()].map((outcomes) => records.post('/v1/outcomes/batch', { outcomes }, token)));
    const statuses = answers.flatMap(({ body }) => (body as { results: { status: number }[] }).results.map(({ status }) => status));
    expect(statuses.filter((status) => status === 201)).toHaveLength(200);
    expect(statuses.filter((status) => status === 200)).toHaveLength(600);
  });

  it('may be of today anywhere on earth, not of the day after', async () => {
    const day = (hours: number) => new Date(clock.now().getTime() + hours * 3_600_000).toISOString().slice(0, 10);
    expect((await post(outcome({ achievedOn: day(14) }))).status).toBe(201);
    expect(await post(outcome({ achievedOn: day(14 + 24) }))).toMatchObject({ status: 422, body: { errors: [{ pointer: '/achievedOn' }] } });
  });

  it('of somebody else are not there, whatever is done to them', async () => {
    const { id } = shown(await post(outcome()));
    const stranger = records.tokenOf('provider', newId());
    const answers = [
      await records.get(`/v1/outcomes/${id}`, stranger), await records.post(`/v1/outcomes/${id}/withdrawal`, { reason: 'x' }, stranger),
      await records.post(`/v1/outcomes/${id}/resubmission`, {}, stranger), await records.get(`/v1/outcomes/${newId()}`, token),
    ];
    expect(answers.map(({ status, body }) => [status, (body as { code: string }).code])).toEqual(Array(4).fill([404, 'not-found']));
  });

  it('for an achievement that is known to be another provider\'s are forbidden', async () => {
    const id = newId();
    await records.publish(achievementPublished, [{ subject: id, version: 1, orderingKey: 'registry', data: { ...achievement, id, version: 1, providerId: newId(), publishedAt: clock.now().toISOString() } }]);
    await eventually(async () => expect(await post(outcome({ achievementId: id }))).toMatchObject({ status: 403, body: { code: 'foreign-achievement' } }));
  });
});

const achievement = { name: 'x', description: 'x', criteria: { narrative: 'x' }, achievementType: 'Badge' as const, formOfLearning: 'informal' as const, setting: 'volunteering' as const };

describe('learners', () => {
  it('are one by address whatever its case, and over providers', async () => {
    const email = `${newId()}@example.org`;
    const other = records.tokenOf('provider', newId());
    const [one, two] = [await post(outcome({ learner: { email } })), await post(outcome({ learner: { email: ` ${email.toUpperCase()} ` } }), other)];
    expect(await learnerOf(one)).toBe(await learnerOf(two));
  });

  it('are never merged, and never opened by an address that another provider adds', async () => {
    const [did, mine, theirs] = [`did:key:z${newId()}`, `${newId()}@example.org`, `${newId()}@example.org`];
    const other = records.tokenOf('provider', newId());
    const first = await post(outcome({ learner: { did, email: mine } }));
    const second = await post(outcome({ learner: { did, email: theirs } }), other);
    const third = await post(outcome({ learner: { email: theirs } }), other);
    expect(await learnerOf(second)).toBe(await learnerOf(first));
    expect(await learnerOf(third)).not.toBe(await learnerOf(first));
  });

  it('are told to notifications by a sealed address, once', async () => {
    const email = `${newId()}@example.org`;
    const learnerId = await learnerOf(await post(outcome({ learner: { email } })));
    await post(outcome({ learner: { email } }));
    const contacts = (await told(contactChanged)).filter((contact) => contact.learnerId === learnerId);
    expect(contacts).toHaveLength(1);
    const { plaintext } = await compactDecrypt(contacts[0]?.contact ?? '', contactKey);
    expect(JSON.parse(new TextDecoder().decode(plaintext))).toEqual({ email });
  });
});

async function issue(answer: { body: unknown }, learnerId: string) {
  const credentialId = newId();
  const data = {
    credentialId, outcomeId: shown(answer).id, providerId: provider, providerName: 'City Library', learnerId, issuerId: 'did:key:z6Mk', achievementId: newId(), achievementVersion: 1,
    achievementName: 'First aid', formOfLearning: 'informal' as const, trust: 'accredited' as const, accreditationId: newId(), awardedOn: '2026-11-20', issuedAt: clock.now().toISOString(),
  };
  await records.publish(credentialIssued, [{ subject: credentialId, version: 1, orderingKey: learnerId, data }]);
  return data;
}

describe('what became of an outcome', () => {
  it('is issued, enters the record, and is withdrawn with the reason that the learner reads', async () => {
    const email = `${newId()}@example.org`;
    const answer = await post(outcome({ learner: { email } }));
    const learnerId = (await learnerOf(answer)) ?? '';
    const issued = await issue(answer, learnerId);
    await eventually(async () => expect((await records.get(`/v1/outcomes/${shown(answer).id}`, token)).body).toMatchObject({ status: 'issued', credentialId: issued.credentialId }));
    const asLearner = records.tokenOf('learner', learnerId);
    expect((await records.get('/v1/me/record', asLearner)).body).toMatchObject({ items: [{ credentialId: issued.credentialId, status: 'active', provider: { name: 'City Library' } }] });
    expect((await records.get('/v1/me/record', records.tokenOf('learner', newId()))).body).toEqual({ items: [], nextCursor: null });

    const withdraw = (reason: string) => records.post(`/v1/outcomes/${shown(answer).id}/withdrawal`, { reason }, token);
    expect((await withdraw('entered by mistake')).status).toBe(201);
    expect((await withdraw('entered by mistake')).status).toBe(200);
    expect(await withdraw('another')).toMatchObject({ status: 409, body: { code: 'outcome-already-withdrawn' } });
    const { credentialId, outcomeId, providerId, providerName, achievementName } = issued;
    await records.publish(credentialStatusChanged, [{ subject: credentialId, version: 2, orderingKey: learnerId, data: {
      credentialId, outcomeId, providerId, providerName, learnerId, achievementName, status: 'revoked', reason: 'withdrawn-by-provider', changedBy: providerName, changedAt: clock.now().toISOString(),
    } }]);
    await eventually(async () => expect((await records.get('/v1/me/record', asLearner)).body).toMatchObject({ items: [{ status: 'revoked', statusChange: { by: 'City Library', reason: 'entered by mistake' } }] }));
  });

  it('is refused with a reason, and decided again when resubmitted', async () => {
    const answer = await post(outcome());
    const { id } = shown(answer);
    expect(await records.post(`/v1/outcomes/${id}/resubmission`, undefined, token)).toMatchObject({ status: 409, body: { code: 'outcome-not-refused' } });
    const refusal = { code: 'unknown-achievement' as const, detail: 'Publish it first.', refusedAt: clock.now().toISOString() };
    await records.publish(outcomeRefused, [{ subject: id, version: 1, orderingKey: 'l', data: { outcomeId: id, attempt: 1, providerId: provider, learnerId: newId(), ...refusal } }]);
    await eventually(async () => expect((await records.get(`/v1/outcomes/${id}`, token)).body).toMatchObject({ status: 'refused', refusal }));
    expect(await records.post(`/v1/outcomes/${id}/withdrawal`, { reason: 'x' }, token)).toMatchObject({ status: 409, body: { code: 'outcome-refused' } });
    const again = await records.post(`/v1/outcomes/${id}/resubmission`, undefined, token);
    expect(again).toMatchObject({ status: 201, body: { status: 'recorded' } });
    expect(again.body).not.toHaveProperty('refusal');
    expect((await recordedOf(id)).map(({ attempt }) => attempt)).toEqual([1, 2]);
  });
});

describe('signing in', () => {
  const codeOf = async (email: string) => {
    const requests = await Promise.all((await told(signInRequested)).map(async ({ signIn }) => JSON.parse(new TextDecoder().decode((await compactDecrypt(signIn, contactKey)).plaintext)) as { email?: string; code: string }));
    return requests.filter((request) => request.email === email).at(-1)?.code ?? '';
  };
  const ask = (email: string) => records.post('/v1/sign-in/codes', { email });
  const known = async () => {
    const email = `${newId()}@example.org`;
    return { email, learnerId: (await learnerOf(await post(outcome({ learner: { email } })))) ?? '' };
  };

  it('opens the record by the code of the mail, once', async () => {
    const { email } = await known();
    expect((await ask(email.toUpperCase())).status).toBe(202);
    const code = await codeOf(email);
    const signedIn = await records.post('/v1/sign-in', { email, code });
    expect(signedIn).toMatchObject({ status: 200, body: { token_type: 'Bearer', scope: 'learner' } });
    expect(await records.post('/v1/sign-in', { email, code })).toMatchObject({ status: 401, body: { code: 'sign-in-refused' } });
  });

  it('takes the newest code only, for ten minutes and five tries', async () => {
    const { email } = await known();
    await ask(email);
    const old = await codeOf(email);
    await ask(email);
    const newest = await codeOf(email);
    const wrong = newest === '000000' ? '000001' : '000000';
    expect((await records.post('/v1/sign-in', { email, code: old === newest ? wrong : old })).status).toBe(401);
    for (let tries = 1; tries < 5; tries += 1) await records.post('/v1/sign-in', { email, code: wrong });
    expect((await records.post('/v1/sign-in', { email, code: newest })).status).toBe(401);
    await ask(email);
    clock.advance(10 * 60 * 1000 + 1);
    expect((await records.post('/v1/sign-in', { email, code: await codeOf(email) })).status).toBe(401);
  });

  it('answers alike whether the address is known or not, and mails only to who is known', async () => {
    const before = (await told(signInRequested)).length;
    const [known_, unknown] = [await ask((await known()).email), await ask(`${newId()}@example.org`)];
    expect([unknown.status, unknown.body]).toEqual([known_.status, known_.body]);
    expect(await told(signInRequested)).toHaveLength(before + 2);
  });
});

describe('standing', () => {
  it('is lost with the provider\'s suspension, within five seconds', async () => {
    const suspended = newId();
    const theirs = records.tokenOf('provider', suspended);
    expect((await post(outcome(), theirs)).status).toBe(201);
    await records.publish(providerChanged, [{ subject: suspended, version: 3, orderingKey: 'registry', data: { id: suspended, name: 'x', setting: 'library', status: 'suspended', changedAt: clock.now().toISOString() } }]);
    await eventually(async () => {
      clock.advance(2_001);
      expect((await post(outcome(), theirs)).status).toBe(401);
    });
  });
});
