import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { contactChanged, credentialIssued, credentialStatusChanged, signInRequested } from '@laurel/events';
import { newId } from '@laurel/runtime';
import { eventually, FakeClock, MailServer, ServiceUnderTest } from '@laurel/testing';
import { CompactEncrypt } from 'jose';
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { NotificationsConfig, NotificationsModule } from './app.module.js';

const key = randomBytes(32);
const clock = new FakeClock();
let server: MailServer;
let service: ServiceUnderTest;

const start = (environment: Record<string, string>) => ServiceUnderTest.start({
  name: 'notifications', config: NotificationsConfig, moduleOf: (config) => NotificationsModule.with(config), clock,
  environment: { CONTACT_KEY: key.toString('base64url'), MAIL_FROM: 'Laurel <no-reply@laurel.example>', ...environment },
});

beforeAll(async () => {
  server = await MailServer.listen();
  service = await start({ SMTP_URL: server.url });
});
afterAll(async () => {
  await service.stop();
  await server.close();
});
afterEach(() => {
  server.taken.length = 0;
  server.refuse = () => undefined;
  server.before = () => Promise.resolve();
});

const seal = (what: object, by: Buffer = key) => new CompactEncrypt(new TextEncoder().encode(JSON.stringify(what))).setProtectedHeader({ alg: 'dir', enc: 'A256GCM' }).encrypt(by);

const tellAddress = async (learnerId: string, email: string, version = 1) =>
  service.publish(contactChanged, [{ subject: learnerId, version, orderingKey: learnerId, data: { learnerId, contact: await seal({ email }) } }]);

const issue = (learnerId: string, more: { achievementName?: string; id?: string; traceparent?: string } = {}) => {
  const { achievementName = 'First aid', ...envelope } = more;
  const credentialId = newId();
  return service.publish(credentialIssued, [{
    subject: credentialId, version: 1, orderingKey: learnerId, ...envelope,
    data: {
      credentialId, outcomeId: newId(), providerId: newId(), providerName: 'City Library', learnerId, issuerId: 'did:web:laurel.test', achievementId: newId(), achievementVersion: 1,
      achievementName, formOfLearning: 'non-formal', trust: 'accredited', accreditationId: newId(), awardedOn: '2026-11-20', issuedAt: clock.now().toISOString(),
    },
  }]);
};

const requestSignIn = async (signIn: object, { learnerId, by = key, expiresInMs = 600_000 }: { learnerId?: string; by?: Buffer; expiresInMs?: number } = {}) => {
  const requestId = newId();
  const expiresAt = new Date(clock.now().getTime() + expiresInMs).toISOString();
  return service.publish(signInRequested, [{ subject: requestId, version: 1, orderingKey: requestId, data: { requestId, ...(learnerId && { learnerId }), signIn: await seal(signIn, by), expiresAt } }]);
};

const mailsTo = (email: string) => server.taken.filter(({ to }) => to.includes(email));
const oneMailTo = (email: string) => eventually(() => {
  const [taken] = mailsTo(email);
  if (!taken) throw new Error(`nothing came for ${email}`);
  return taken;
});
const messagesOf = async (learnerId: string, query = '') => (await service.get(`/v1/me/messages${query}`, service.tokenOf('learner', learnerId))).body as { items: Record<string, unknown>[]; nextCursor: string | null };
const waitFor = (learnerId: string, status: string) => eventually(async () => expect((await messagesOf(learnerId)).items[0]).toMatchObject({ status }));

/** A learner of whom nobody else in this file knows. */
const somebody = () => {
  const learnerId = newId();
  return { learnerId, email: `learner-${learnerId}@example.org` };
};

describe('a credential', () => {
  it('is told to its learner, by mail and in the list, in the trace of its outcome', async () => {
    const { learnerId, email } = somebody();
    await tellAddress(learnerId, email);
    await issue(learnerId, { traceparent: `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01` });
    const { mail } = await oneMailTo(email);
    expect(mail.subject).toBe('Your credential: First aid');
    expect(mail.text).toContain('City Library');
    expect(mail.html).toContain('<h1');
    expect(mail.headers.get('traceparent')).toMatch(new RegExp(`^00-${'a'.repeat(32)}-`));
    await waitFor(learnerId, 'sent');
    const [message] = (await messagesOf(learnerId)).items;
    expect(message).toMatchObject({ subject: 'Your credential: First aid', status: 'sent', createdAt: clock.now().toISOString(), sentAt: clock.now().toISOString(), credentialId: expect.any(String) });
    expect(mail.messageId).toBe(`<${String(message?.id)}@laurel.example>`);
  });

  it('waits for the address, whichever of the two comes first', async () => {
    const { learnerId, email } = somebody();
    await issue(learnerId);
    await waitFor(learnerId, 'waiting');
    await tellAddress(learnerId, email);
    await oneMailTo(email);
    await waitFor(learnerId, 'sent');
  });

  it('goes to the newest address, also when an older one comes after it', async () => {
    const { learnerId, email } = somebody();
    await tellAddress(learnerId, email, 2);
    await tellAddress(learnerId, `old-${email}`, 1);
    await issue(learnerId);
    await oneMailTo(email);
    expect(mailsTo(`old-${email}`)).toEqual([]);
  });

  it('is told once, even if its event comes twice', async () => {
    const { learnerId, email } = somebody();
    await tellAddress(learnerId, email);
    const [id] = await issue(learnerId);
    await issue(learnerId, { ...(id && { id }) });
    await issue(learnerId, { achievementName: 'The next one' });
    await eventually(() => expect(mailsTo(email).map(({ mail }) => mail.subject)).toContain('Your credential: The next one'));
    expect(mailsTo(email)).toHaveLength(2);
    expect((await messagesOf(learnerId)).items).toHaveLength(2);
  });

  it('is told when it is withdrawn, by whom', async () => {
    const { learnerId, email } = somebody();
    await tellAddress(learnerId, email);
    const credentialId = newId();
    await service.publish(credentialStatusChanged, [{
      subject: credentialId, version: 2, orderingKey: learnerId,
      data: { credentialId, outcomeId: newId(), providerId: newId(), providerName: 'City Library', learnerId, achievementName: 'First aid', status: 'revoked', reason: 'withdrawn-by-provider', changedBy: 'City Library', changedAt: clock.now().toISOString() },
    }]);
    const { mail } = await oneMailTo(email);
    expect(mail.subject).toBe('Your credential was withdrawn: First aid');
    expect(mail.text).toContain('City Library has withdrawn');
  });

  it('with a hostile name does no harm in HTML, text or headers', async () => {
    const { learnerId, email } = somebody();
    await tellAddress(learnerId, email);
    await issue(learnerId, { achievementName: '<img src=x onerror=alert(1)>\r\nBcc: everybody@evil.example' });
    const { mail, to } = await oneMailTo(email);
    expect(to).toEqual([email]);
    expect(mail.headers.has('bcc')).toBe(false);
    expect(mail.html).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(mail.html).not.toContain('<img');
  });
});

describe('a mail server that', () => {
  it('says not now is asked again, after a pause', async () => {
    const { learnerId, email } = somebody();
    let asked = 0;
    server.refuse = (stage, address) => (stage === 'recipient' && address === email && ++asked === 1 ? { code: 451, words: 'greylisted' } : undefined);
    await tellAddress(learnerId, email);
    await issue(learnerId);
    await eventually(() => expect(asked).toBe(1));
    await waitFor(learnerId, 'queued');
    await sleep(1_200);
    expect(asked).toBe(1);
    clock.advance(2_000);
    await oneMailTo(email);
    expect(asked).toBe(2);
  });

  it('says never is not asked again', async () => {
    const { learnerId, email } = somebody();
    let asked = 0;
    server.refuse = (_, address) => (address === email ? (asked++, { code: 550, words: `${email} unknown` }) : undefined);
    await tellAddress(learnerId, email);
    await issue(learnerId);
    await waitFor(learnerId, 'failed');
    clock.advance(3_600_000);
    await sleep(1_200);
    expect(asked).toBe(1);
    const faults: unknown = await service.database.asPipeline((tx) => tx.query(`select fault from deliveries where learner_id = $1`, [learnerId]));
    expect(faults).toEqual([{ fault: 'EENVELOPE 550 RCPT TO' }]);
    const metrics = await service.text('/metrics');
    expect(metrics).toMatch(/^laurel_mails_total\{became="refused"\} [1-9]/m);
  });

  it('took a mail when we were killed gets it again under the same Message-ID', async () => {
    const { learnerId, email } = somebody();
    let deaths = 0;
    server.before = async () => {
      if (deaths++ === 0) await service.database.pipelines.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'notifications:pipeline' and state = 'idle in transaction'`);
    };
    await tellAddress(learnerId, email);
    await issue(learnerId);
    await eventually(() => expect(mailsTo(email)).toHaveLength(2));
    expect(new Set(mailsTo(email).map(({ mail }) => mail.messageId)).size).toBe(1);
    await waitFor(learnerId, 'sent');
  });
});

describe('an address that is none', () => {
  it('is not written to, nor is anybody else', async () => {
    const { learnerId, email } = somebody();
    await tellAddress(learnerId, `${email}, second@evil.example`);
    await issue(learnerId);
    await waitFor(learnerId, 'failed');
    expect(server.taken).toEqual([]);
  });
});

describe('a sign-in', () => {
  const storedCodes = () => service.database.asPipeline((tx) => tx.query(`select sealed from messages where content->>'template' = 'sign-in-code' and sealed is not null`));

  it('gets its code by mail, which is then forgotten and not listed', async () => {
    const { learnerId, email } = somebody();
    await requestSignIn({ email, code: '314159' }, { learnerId });
    const { mail } = await oneMailTo(email);
    expect(mail.text).toMatch(/\b314159\b/);
    await waitFor(learnerId, 'sent');
    expect(JSON.stringify(await messagesOf(learnerId))).not.toContain('314159');
    expect(await storedCodes()).toEqual([]);
  });

  it('without an address goes nowhere and leaves nothing', async () => {
    const [unknown] = await requestSignIn({ code: '271828' });
    const { email } = somebody();
    const [known] = await requestSignIn({ email, code: '161803' });
    await oneMailTo(email);
    expect(server.taken).toHaveLength(1);
    expect(await service.database.asPipeline((tx) => tx.query(`select event_id from messages where event_id in ($1, $2)`, [unknown, known]))).toEqual([{ event_id: known }]);
  });

  it('is not sent after it expired', async () => {
    const { learnerId, email } = somebody();
    server.refuse = (_, address) => (address === email ? { code: 421, words: 'later' } : undefined);
    await requestSignIn({ email, code: '141421' }, { learnerId, expiresInMs: 5_000 });
    await eventually(async () => expect(await service.database.asPipeline((tx) => tx.query(`select tries from deliveries where learner_id = $1`, [learnerId]))).toEqual([{ tries: 1 }]));
    server.refuse = () => undefined;
    clock.advance(6_000);
    await waitFor(learnerId, 'failed');
    expect(mailsTo(email)).toEqual([]);
    expect(await storedCodes()).toEqual([]);
  });

  it('sealed with another key is a dead letter, and holds up nobody', async () => {
    const { email } = somebody();
    await requestSignIn({ email: 'nobody@example.org', code: '173205' }, { by: randomBytes(32) });
    await requestSignIn({ email, code: '223606' });
    await oneMailTo(email);
    const dead: unknown = await service.database.asPipeline((tx) => tx.query(`select reason from dead_letter where state = 'dead'`));
    expect(dead).toEqual([{ reason: 'sealed-unreadable' }]);
  });
});

describe('the list', () => {
  it('is of the learner alone, newest first, in pages', async () => {
    const { learnerId, email } = somebody();
    await tellAddress(learnerId, email);
    for (const achievementName of ['One', 'Two', 'Three']) await issue(learnerId, { achievementName });
    await eventually(() => expect(mailsTo(email)).toHaveLength(3));
    const first = await messagesOf(learnerId, '?limit=2');
    const second = await messagesOf(learnerId, `?limit=2&cursor=${String(first.nextCursor)}`);
    expect([...first.items, ...second.items].map(({ subject }) => subject)).toEqual(['Your credential: Three', 'Your credential: Two', 'Your credential: One']);
    expect(second.nextCursor).toBeNull();
    expect((await messagesOf(newId())).items).toEqual([]);
  });

  it('is for learners', async () => {
    expect(await service.get('/v1/me/messages')).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
    expect(await service.get('/v1/me/messages', service.tokenOf('provider', newId()))).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    expect(await service.get('/v1/me/messages?limit=0', service.tokenOf('learner', newId()))).toMatchObject({ status: 422, body: { code: 'validation-failed' } });
  });
});

describe('the configuration', () => {
  it.each<Record<string, string>>([{}, { SMTP_URL: 'smtp://127.0.0.1:25', MAIL_FOLDER: '/tmp/mail' }])('wants one way for mails: %j', async (ways) => {
    await expect(start(ways)).rejects.toThrow('give either SMTP_URL or MAIL_FOLDER');
  });
});
