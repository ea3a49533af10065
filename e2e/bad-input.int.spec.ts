import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { brokenBodies } from './bad-input/broken-bodies.js';
import { forgedTokens } from './bad-input/forged-tokens.js';
import { codeOf, faultOf, pointersOf, tokenFaultOf } from './bad-input/judge.js';
import { goodOutcome, posts, type Role } from './bad-input/posts.js';
import { wrongMembers } from './bad-input/wrong-members.js';
import { wrongOutcomes } from './bad-input/wrong-outcomes.js';
import { admitContestant, type Contestant } from './campaign/contestant.js';
import { BatchAnswer } from './client/answers.js';
import type { Answer } from './client/http/answer.js';
import type { Connection, Request } from './client/http/connection.js';
import { ClientCredentials, ClientTokens } from './client/http/tokens.js';
import { daysAgo } from './story/cast/calendar.js';
import { discardOwnFolder, makeOwnFolder } from './system/own-folder.js';
import { ownPort } from './system/own-port.js';
import { isAlive } from './system/processes.js';
import { RunningLaurel } from './system/running-laurel.js';

jest.setTimeout(180_000);

let folder: string;
let laurel: RunningLaurel;
let connection: Connection;
let own: Contestant;
let other: Contestant;
let tokens: Record<Role, string>;
let outcomeId: string;
let foreignOutcomeId: string;
let accreditationId: string;
const codes = new Set<string>();

beforeAll(async () => {
  folder = makeOwnFolder('bad-input');
  laurel = await RunningLaurel.start({ mode: 'in-process', folder, port: await ownPort(), environment: { RATE_LIMITS: 'off' } });
  connection = laurel.connection;
  [own, other] = [await admitContestant(laurel, 'Own'), await admitContestant(laurel, 'Other')];
  outcomeId = (await own.provider.submit({ ...goodOutcome(own.earnable), externalId: 'there' })).outcome.id;
  foreignOutcomeId = (await other.provider.submit({ ...goodOutcome(other.earnable), externalId: 'there' })).outcome.id;
  accreditationId = await laurel.operator().accredit(own.provider.id, { accreditor: { name: 'x' }, scope: { maxLevel: 1 }, validFrom: '2020-01-01' });
  const operatorClient = ClientCredentials.parse(JSON.parse(readFileSync(join(folder, 'operator.json'), 'utf8')));
  tokens = { anyone: '', operator: await new ClientTokens(connection, operatorClient).token(), provider: await own.token() };
});

afterAll(async () => {
  await laurel.kill();
  discardOwnFolder(folder);
});

const allPosts = () => posts({ providerId: own.provider.id, accreditationId, achievementId: own.earnable, outcomeId });

async function send(role: Role, request: Request): Promise<Answer> {
  const headers: Record<string, string> = role === 'anyone' ? {} : { authorization: `Bearer ${tokens[role]}` };
  const answer = await connection.once({ ...request, headers: { ...headers, ...request.headers } });
  const code = codeOf(answer);
  if (code) codes.add(code);
  return answer;
}

/** What was answered wrongly, in words; empty when all was right. */
async function wrongAnswers<T extends { what: string }>(cases: readonly T[], ask: (one: T) => Promise<Answer>, more: (answer: Answer, one: T) => string | undefined = () => undefined): Promise<string[]> {
  const wrong: string[] = [];
  for (const one of cases) {
    const answer = await ask(one);
    const fault = faultOf(answer) ?? more(answer, one);
    if (fault) wrong.push(`${one.what}: ${fault} ${JSON.stringify(answer.body).slice(0, 200)}`);
  }
  return wrong;
}

const POSTS = posts({ providerId: '', accreditationId: '', achievementId: '', outcomeId: '' }).map(({ path }, index) => [path.replaceAll('//', '/{id}/'), index] as const);

describe.each(POSTS)('POST %s', (_, index) => {
  const post = () => {
    const found = allPosts()[index];
    if (!found) throw new Error('no such post');
    return found;
  };

  it('refuses every broken body as what it is', async () => {
    const { role, path, good, limit } = post();
    const wrong = await wrongAnswers(brokenBodies(good, limit), ({ body, headers }) => send(role, { method: 'POST', path, body, headers }),
      ({ status }, one) => (one.status !== undefined && one.status !== status ? `${status} and not ${one.status}` : undefined));
    expect(wrong).toEqual([]);
  });

  it('points at every wrong member', async () => {
    const { role, path, good, needed } = post();
    const members = path === '/v1/verifications' ? [] : wrongMembers(good, needed);
    const wrong = await wrongAnswers(members, ({ body }) => send(role, { method: 'POST', path, json: body }), (answer, { pointer }) =>
      (answer.status !== 422 ? `${answer.status} and not 422` : pointersOf(answer).some((each) => each.startsWith(pointer)) ? undefined : `points at ${pointersOf(answer).join(', ')}`));
    expect(wrong).toEqual([]);
    expect(members.length > 0 || path === '/v1/verifications').toBe(true);
  });

  it('takes nobody who may not', async () => {
    const { role, path, good } = post();
    if (role === 'anyone') return expect(faultOf(await send('anyone', { method: 'POST', path, body: '' }))).toBeUndefined();
    const unnamed = await send('anyone', { method: 'POST', path, json: good });
    expect([faultOf(unnamed), unnamed.status]).toEqual([undefined, 401]);
    if (path.endsWith('/clients')) return;
    const stranger = await send(role === 'operator' ? 'provider' : 'operator', { method: 'POST', path, json: good });
    expect([faultOf(stranger), stranger.status]).toEqual([undefined, 403]);
  });
});

describe('outcomes', () => {
  it.each(['single', 'in a batch'])('that are wrong are refused with the place, %s', async (how) => {
    const wrong = await wrongAnswers(wrongOutcomes(own.earnable), async ({ outcome }) => {
      if (how === 'single') return send('provider', { method: 'POST', path: '/v1/outcomes', json: outcome });
      const batch = await send('provider', { method: 'POST', path: '/v1/outcomes/batch', json: { outcomes: [outcome] } });
      return asSingle(batch);
    }, (answer, { pointer }) => (pointersOf(answer).some((each) => each.startsWith(pointer)) ? undefined : `points at ${pointersOf(answer).join(', ')}`));
    expect(wrong).toEqual([]);
  });

  it('are recorded row by row, whatever stands beside them', async () => {
    const good = (externalId: string) => ({ ...goodOutcome(own.earnable), externalId });
    const rows = [good('row-1'), null, good('row-2'), 17, good('row-1'), { ...good('row-1'), achievedOn: daysAgo(6) }, { ...good('row-3'), externalId: 'row\0' }, good('row-4')];
    const results = await own.provider.submitBatch(rows);
    expect(results.map(({ status }) => status)).toEqual([201, 422, 201, 422, 200, 409, 422, 201]);
    expect(results.map(({ index }) => index)).toEqual(rows.map((_, index) => index));
  });

  it.each([[0], [1_001]])('in a batch of %d are refused as a whole', async (count) => {
    const answer = await send('provider', { method: 'POST', path: '/v1/outcomes/batch', json: { outcomes: Array.from({ length: count }, () => 1) } });
    expect([faultOf(answer), answer.status, pointersOf(answer)]).toEqual([undefined, 422, ['/outcomes']]);
  });

  it('posted fifty times at once are one: one 201, 49 times 200', async () => {
    const outcome = { ...goodOutcome(own.earnable), externalId: 'fifty' };
    const answers = await Promise.all(Array.from({ length: 50 }, () => send('provider', { method: 'POST', path: '/v1/outcomes', json: outcome })));
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([...Array.from({ length: 49 }, () => 200), 201]);
    expect(new Set(answers.map(({ body }) => Reflect.get(Object(body), 'id'))).size).toBe(1);
    expect((await own.provider.outcomes()).filter(({ externalId }) => externalId === 'fifty')).toHaveLength(1);
  });
});

describe('what belongs to somebody else', () => {
  it.each([
    ['an outcome', () => `/v1/outcomes/${foreignOutcomeId}`, () => `/v1/outcomes/${uuidv7()}`],
    ['a credential', () => `/v1/credentials/${uuidv7()}`, () => `/v1/credentials/${uuidv7()}`],
  ])('%s is answered like what does not exist', async (_, foreign, unknown) => {
    const answers = [await send('provider', { method: 'GET', path: foreign() }), await send('provider', { method: 'GET', path: unknown() })];
    expect(answers.map((answer) => [faultOf(answer), answer.status, codeOf(answer)])).toEqual([[undefined, 404, 'not-found'], [undefined, 404, 'not-found']]);
  });

  it('cannot be withdrawn, versioned, given clients, or earned', async () => {
    const asked: [string, object, number[]][] = [
      [`/v1/outcomes/${foreignOutcomeId}/withdrawal`, { reason: 'x' }, [404]], [`/v1/outcomes/${foreignOutcomeId}/resubmission`, {}, [404]],
      [`/v1/achievements/${other.earnable}/versions`, allPosts()[6]?.good ?? {}, [404]], [`/v1/providers/${other.provider.id}/clients`, { name: 'x' }, [404]],
      ['/v1/outcomes', { ...goodOutcome(other.earnable), externalId: 'foreign' }, [403]],
    ];
    for (const [path, json, statuses] of asked) {
      const answer = await send('provider', { method: 'POST', path, json });
      expect([path, faultOf(answer), statuses.includes(answer.status)]).toEqual([path, undefined, true]);
    }
  });

  it.each(['x', '17', '%00', "'%20or%201=1", '..%2f..%2fetc', uuidv7().toUpperCase().slice(0, 20), '%ff'])('an id like %s is no 5xx', async (id) => {
    for (const path of [`/v1/outcomes/${id}`, `/v1/credentials/${id}`, `/v1/providers/${id}`, `/v1/achievements/${id}`, `/v1/status-lists/${id}`, `/v1/issuers/${id}`]) {
      expect([path, faultOf(await send('provider', { method: 'GET', path }))]).toEqual([path, undefined]);
    }
  });
});

describe('lists', () => {
  it.each(['limit=0', 'limit=201', 'limit=x', 'limit=', 'limit=1&limit=2', 'cursor=x', 'cursor=%00', 'offset=1', '__proto__=1', 'limit[]=1'])('refuse ?%s', async (query) => {
    for (const path of ['/v1/outcomes', '/v1/credentials', '/v1/providers', '/v1/achievements']) {
      const answer = await send('provider', { method: 'GET', path: `${path}?${query}` });
      expect([path, faultOf(answer), answer.status]).toEqual([path, undefined, 422]);
    }
  });
});

describe('tokens', () => {
  it('that are forged by any trick are worth nothing, at every service', async () => {
    const ways: Request[] = [
      { method: 'POST', path: '/v1/outcomes', json: goodOutcome(own.earnable) }, { method: 'GET', path: '/v1/outcomes' }, { method: 'GET', path: '/v1/credentials' },
      { method: 'POST', path: '/v1/achievements', json: {} },
    ];
    for (const way of ways) {
      const wrong = await wrongAnswers(forgedTokens(folder, tokens.provider), ({ token }) => send('anyone', { ...way, headers: { authorization: `Bearer ${token}` } }),
        ({ status }) => (status === 401 ? undefined : `${status} and not 401`));
      expect([way.path, wrong]).toEqual([way.path, []]);
    }
  });

  it.each(['Bearer', 'Bearer ', 'Basic x', 'bearer: x', 'Bearer a b', 'DPoP x'])('in a header like "%s" are none', async (authorization) => {
    const answer = await send('anyone', { method: 'GET', path: '/v1/outcomes', headers: { authorization } });
    expect([faultOf(answer), answer.status]).toEqual([undefined, 401]);
  });

  it.each<[string, string, Record<string, string>]>([
    ['nothing', '', {}], ['no grant', 'x=1', {}], ['another grant', 'grant_type=password&username=a&password=b', {}], ['no client', 'grant_type=client_credentials', {}],
    ['a client nobody knows', 'grant_type=client_credentials', { authorization: `Basic ${Buffer.from(`${uuidv7()}:x`).toString('base64')}` }],
    ['a client that is no id', 'grant_type=client_credentials', { authorization: `Basic ${Buffer.from("' or 1=1:x").toString('base64')}` }],
    ['no Base64', 'grant_type=client_credentials', { authorization: 'Basic %%%' }], ['a NUL', 'grant_type=client_credentials%00', {}],
    ['the grant twice', 'grant_type=client_credentials&grant_type=client_credentials', {}], ['JSON', '{"grant_type":"client_credentials"}', { 'content-type': 'application/json' }],
    ['a large one', `grant_type=${'x'.repeat(2_000_000)}`, {}],
  ])('are not given for %s', async (_, body, headers) => {
    const answer = await connection.once({ method: 'POST', path: '/oauth/token', body, headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers } });
    expect([tokenFaultOf(answer), JSON.stringify(answer.body).includes('access_token')]).toEqual([undefined, false]);
  });
});

describe('after all of it', () => {
  it('the process is the same, nothing half-written is there, and every code has a page', async () => {
    expect(laurel.processes().map(({ name, pid }) => [name, isAlive(pid)]).sort()).toEqual([['postgres', true], ['standalone', true]]);
    expect((await own.provider.outcomes()).map(({ externalId }) => externalId).sort()).toEqual(['fifty', 'row-1', 'row-2', 'row-4', 'there']);
    for (const code of codes) expect([code, (await connection.once({ method: 'GET', path: `/problems/${code}` })).status]).toEqual([code, 200]);
    expect(codes.size).toBeGreaterThan(6);
  });
});

/** A batch's only row, as the single request would have been answered. */
function asSingle(batch: Answer): Answer {
  const row = BatchAnswer.safeParse(batch.body).data?.results[0];
  return row ? { ...batch, status: row.status, headers: new Headers({ 'content-type': 'application/problem+json' }), body: row.problem } : batch;
}
