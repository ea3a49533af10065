import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accessWithdrawn, signInRequested } from '@laurel/events';
import { READ_CREDENTIALS, READ_PROFILE, SigningJwk, StatusInfo, verifyStrict } from '@laurel/http';
import { newId } from '@laurel/runtime';
import { eventually, FakeClock, ServiceUnderTest } from '@laurel/testing';
import { createHash, createPublicKey, generateKeyPairSync, randomBytes, type JsonWebKey } from 'node:crypto';
import { compactDecrypt } from 'jose';
import { LearnerRecordsConfig, LearnerRecordsModule } from '../app.module.js';
import { RegisteredWallet } from './registration/wallet.js';
import { WalletTokens } from './grants/grant.js';

const [contactKey, clock] = [randomBytes(32), new FakeClock()];
const key = SigningJwk.parse({ ...generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' }), kid: 'learners' });
const ISSUER = 'http://laurel.test/oauth/learners';
const BACK = 'https://wallet.example/back?from=laurel';
const email = 'mina@example.org';
const [verifier, state] = ['a-verifier-of-at-least-forty-three-characters', 'st/ate & "more"'];
const challenge = createHash('sha256').update(verifier).digest('base64url');
const EVERYTHING = `${READ_CREDENTIALS} ${READ_PROFILE} offline_access`;
const registration = (change: Record<string, unknown> = {}) => ({
  client_name: 'Wallet <b>of</b> Mina', client_uri: 'https://wallet.example/', logo_uri: 'https://wallet.example/logo.png', tos_uri: 'https://wallet.example/terms', policy_uri: 'https://wallet.example/privacy',
  software_id: 'c88b6ed8', software_version: '4.0', redirect_uris: [BACK], grant_types: ['authorization_code', 'refresh_token'], scope: EVERYTHING, unknown_to_us: 1, ...change,
});

let records: ServiceUnderTest;
let wallet: RegisteredWallet;
let learnerId: string;

const register = async (change?: Record<string, unknown>) => records.post('/oauth/learners/register', registration(change));
const question = (change: Record<string, string> = {}): Record<string, string> => ({
  response_type: 'code', client_id: wallet.client_id, redirect_uri: BACK, scope: EVERYTHING, state, code_challenge: challenge, code_challenge_method: 'S256', ...change,
});
const visit = (parameters: Record<string, string>) => fetch(`${records.url}/oauth/learners/authorize?${new URLSearchParams(parameters).toString()}`, { redirect: 'manual' });
const send = (parameters: Record<string, string>) => fetch(`${records.url}/oauth/learners/authorize`, { method: 'POST', body: new URLSearchParams(parameters), redirect: 'manual' });
const answerOf = (answer: Response) => Object.fromEntries(new URL(answer.headers.get('location') ?? '').searchParams);

/** The code in the newest mail. */
async function mailedCode(): Promise<string> {
  const [event] = (await records.told(signInRequested.topic)).reverse();
  const { plaintext } = await compactDecrypt(signInRequested.data.parse(event?.data).signIn, contactKey);
  return (JSON.parse(new TextDecoder().decode(plaintext)) as { code: string }).code;
}
/** A learner's whole way, to the code that the wallet is given. */
async function consent(change: Record<string, string> = {}): Promise<string> {
  await send({ ...question(change), email, decision: 'ask' });
  const answer = await send({ ...question(change), email, code: await mailedCode(), decision: 'allow' });
  return answerOf(answer).code ?? '';
}
const asWallet = (one = wallet) => ({ clientId: one.client_id, clientSecret: one.client_secret });
const token = (form: Record<string, string>, as = wallet) => records.form('/oauth/learners/token', new URLSearchParams(form).toString(), asWallet(as));
const redeem = (code: string, change: Record<string, string> = {}, as = wallet) => token({ grant_type: 'authorization_code', code, redirect_uri: BACK, code_verifier: verifier, ...change }, as);
const refresh = (refresh_token = '', change: Record<string, string> = {}, as = wallet) => token({ grant_type: 'refresh_token', refresh_token, ...change }, as);
const tokensOf = async (answer: ReturnType<typeof token>) => WalletTokens.parse((await answer).body);
const claimsOf = ({ access_token }: WalletTokens) => verifyStrict(access_token, () => ({ issuer: 'learner-records', key: createPublicKey({ key: key as JsonWebKey, format: 'jwk' }) }), clock.now().getTime());
const REFUSED = { status: 400, body: { error: 'invalid_grant' } };

beforeAll(async () => {
  records = await ServiceUnderTest.start({
    name: 'learner-records', config: LearnerRecordsConfig, clock, moduleOf: (config) => LearnerRecordsModule.with(config),
    environment: { LEARNER_TOKEN_KEY: JSON.stringify(key), CONTACT_KEY: contactKey.toString('base64url'), CITY_NAME: 'Haverford', PRIVACY_URL: 'https://haverford.example/privacy' },
  });
  await records.post('/v1/outcomes', { externalId: '1', learner: { email }, achievementId: newId(), achievedOn: '2026-01-01' }, records.tokenOf('provider', newId()));
  const [learner]: { id: string }[] = await records.database.pipelines.query('select id from learner_records.learners');
  learnerId = learner?.id ?? '';
  wallet = RegisteredWallet.parse((await register()).body);
});
afterAll(() => records.stop());

describe('a wallet', () => {
  it('registers by itself and learns its secret', async () => {
    const answer = await register();
    const { unknown_to_us: _, ...known } = registration();
    expect(answer.body).not.toHaveProperty('unknown_to_us');
    expect(answer).toMatchObject({ status: 201, body: { ...known, client_secret_expires_at: 0, token_endpoint_auth_method: 'client_secret_basic', response_types: ['code'] } });
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const [{ stored }]: [{ stored: string }] = await records.database.pipelines.query('select jsonb_agg(w)::text as stored from learner_records.wallets w');
    expect(stored).not.toContain(RegisteredWallet.parse(answer.body).client_secret);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['without a name', { client_name: undefined }, 'invalid_client_metadata'],
    ['with a name of two lines', { client_name: 'a\nb' }, 'invalid_client_metadata'],
    ['over http', { redirect_uris: ['http://wallet.example/back'] }, 'invalid_redirect_uri'],
    ['with a fragment', { redirect_uris: ['https://wallet.example/#back'] }, 'invalid_redirect_uri'],
    ['with a script', { redirect_uris: ['javascript:alert(1)'] }, 'invalid_redirect_uri'],
    ['that leads to another host', { redirect_uris: [BACK, 'https://evil.example/back'] }, 'invalid_redirect_uri'],
    ['with its logo elsewhere', { logo_uri: 'https://cdn.example/logo.png' }, 'invalid_client_metadata'],
    ['that only wants to write', { scope: 'https://purl.imsglobal.org/spec/ob/v3p0/scope/credential.upsert' }, 'invalid_client_metadata'],
    ['that wants learners’ own tokens', { scope: 'learner' }, 'invalid_client_metadata'],
    ['without a secret', { token_endpoint_auth_method: 'none' }, 'invalid_client_metadata'],
    ['that wants tokens in URLs', { response_types: ['token'] }, 'invalid_client_metadata'],
  ])('%s is not registered', async (_, change, error) => {
    expect(await register(change)).toMatchObject({ status: 400, body: { error, error_description: expect.any(String) } });
  });

  it('is told of scopes that there are, of those it asked for', async () => {
    expect((await register({ scope: `${READ_CREDENTIALS} https://purl.imsglobal.org/spec/ob/v3p0/scope/profile.update` })).body).toMatchObject({ scope: READ_CREDENTIALS });
  });
});

describe('the page on which a learner is asked', () => {
  it('says who asks for what, and can do nothing else', async () => {
    const answer = await visit(question());
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-.*; img-src https:\/\/wallet\.example; form-action 'self' https:\/\/wallet\.example; base-uri 'none'; frame-ancestors 'none'$/);
    expect([answer.headers.get('cache-control'), answer.headers.get('referrer-policy')]).toEqual(['no-store', 'no-referrer']);
    const html = await answer.text();
    expect(html).toContain('Wallet &lt;b&gt;of&lt;/b&gt; Mina asks to read your record in Haverford');
    expect(html).toMatch(/read your credentials.*read your profile.*until you take it back/s);
    expect(html).toContain('value="st/ate &amp; &quot;more&quot;"');
    expect(html).not.toMatch(/<script|<b>of/);
  });

  it('leads on to the code in the mail, for known and unknown addresses alike', async () => {
    const [known, unknown] = await Promise.all([email, 'x@example.org'].map(async (address) => (await send({ ...question(), email: address, decision: 'ask' })).text()));
    expect(known).toContain('name="code"');
    expect(unknown?.replaceAll('x@example.org', email)).toBe(known);
    expect(await (await send({ ...question(), email: 'nobody', decision: 'ask' })).text()).toContain('not an e-mail address');
  });

  it.each<[string, Record<string, string>]>([
    ['an unknown wallet', { client_id: newId() }], ['no wallet at all', { client_id: 'x' }], ['another way back', { redirect_uri: 'https://wallet.example/back' }], ['an evil way back', { redirect_uri: 'https://evil.example/' }],
  ])('leads nowhere for %s', async (_, change) => {
    for (const answer of [await visit(question(change)), await send({ ...question(change), decision: 'deny' })]) expect([answer.status, answer.headers.get('location')]).toEqual([400, null]);
  });

  it.each<[Record<string, string>, string]>([
    [{ response_type: 'token' }, 'unsupported_response_type'], [{ response_type: '' }, 'invalid_request'], [{ scope: 'learner' }, 'invalid_scope'], [{ scope: 'offline_access' }, 'invalid_scope'],
    [{ code_challenge_method: 'plain' }, 'invalid_request'], [{ code_challenge: 'short' }, 'invalid_request'],
  ])('leads back at once for %j: %s', async (change, error) => {
    const answer = await visit(question(change));
    expect(answer.status).toBe(302);
    expect(answer.headers.get('location')).toMatch(/^https:\/\/wallet\.example\/back\?from=laurel&/);
    expect(answerOf(answer)).toEqual({ from: 'laurel', error, error_description: expect.any(String), state, iss: ISSUER });
  });

  it('leads back without a state only to say that one is needed', async () => {
    expect(answerOf(await visit(question({ state: '' })))).toEqual({ from: 'laurel', error: 'invalid_request', error_description: expect.stringContaining('state'), iss: ISSUER });
  });

  it('leads back with a no', async () => {
    expect(answerOf(await send({ ...question(), decision: 'deny' }))).toMatchObject({ error: 'access_denied', state });
  });

  it('is asked again after a wrong code, and gives nothing', async () => {
    await send({ ...question(), email, decision: 'ask' });
    const wrong = String((Number(await mailedCode()) + 1) % 1_000_000).padStart(6, '0');
    const answer = await send({ ...question(), email, code: wrong, decision: 'allow' });
    expect([answer.status, answer.headers.get('location')]).toEqual([200, null]);
    expect(await answer.text()).toMatch(/role="alert">The code is wrong/);
    expect(await records.database.pipelines.query('select from learner_records.grants')).toHaveLength(0);
  });

  it('leads back with a code after the right one, once', async () => {
    await send({ ...question(), email, decision: 'ask' });
    const yes = { ...question(), email, code: await mailedCode(), decision: 'allow' };
    expect(answerOf(await send(yes))).toEqual({ from: 'laurel', code: expect.stringMatching(/^[\w-]{43}$/), scope: EVERYTHING, state, iss: ISSUER });
    expect((await send(yes)).status).toBe(200);
  });
});

describe('the token endpoint', () => {
  it('gives tokens for a code, for an hour, to read what was granted and nothing else', async () => {
    const answer = await redeem(await consent());
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const tokens = WalletTokens.parse(answer.body);
    expect(tokens).toMatchObject({ token_type: 'Bearer', expires_in: 3600, scope: EVERYTHING, refresh_token: expect.any(String) });
    const claims = claimsOf(tokens);
    expect(claims).toMatchObject({ sub: learnerId, scope: `${READ_CREDENTIALS} ${READ_PROFILE}`, client_id: wallet.client_id, grant_id: expect.any(String) });
    expect(claims.exp - claims.iat).toBe(3600);
  });

  it('gives what the learner was asked for, and no refresh token that nobody wished for', async () => {
    const tokens = await tokensOf(redeem(await consent({ scope: READ_PROFILE })));
    expect([tokens.scope, tokens.refresh_token, claimsOf(tokens).scope]).toEqual([READ_PROFILE, undefined, READ_PROFILE]);
  });

  it.each<[string, Record<string, string>]>([
    ['another verifier', { code_verifier: 'another-verifier-of-at-least-forty-three-char' }], ['another way back', { redirect_uri: 'https://wallet.example/other' }], ['no code of ours', { code: 'x' }],
  ])('refuses %s', async (_, change) => {
    const code = await consent();
    expect(await redeem(code, change)).toMatchObject(REFUSED);
    expect((await redeem(code)).status).toBe(200);
  });

  it('refuses another wallet, and after ten minutes everybody', async () => {
    const code = await consent();
    expect(await redeem(code, {}, RegisteredWallet.parse((await register()).body))).toMatchObject(REFUSED);
    clock.advance(10 * 60 * 1000);
    expect(await redeem(code)).toMatchObject(REFUSED);
  });

  it('ends everything when a code is used twice', async () => {
    const code = await consent();
    const { refresh_token } = await tokensOf(redeem(code));
    expect(await redeem(code)).toMatchObject(REFUSED);
    expect(await refresh(refresh_token)).toMatchObject(REFUSED);
  });

  it('gives the next refresh token for each, and ends everything when one is used twice', async () => {
    const first = await tokensOf(redeem(await consent()));
    const second = await tokensOf(refresh(first.refresh_token));
    expect(claimsOf(second).grant_id).toBe(claimsOf(first).grant_id);
    const narrow = await tokensOf(refresh(second.refresh_token, { scope: READ_CREDENTIALS }));
    expect(claimsOf(narrow).scope).toBe(READ_CREDENTIALS);
    expect(await refresh(narrow.refresh_token, { scope: `${READ_CREDENTIALS} learner` })).toMatchObject({ status: 400, body: { error: 'invalid_scope' } });
    expect(await refresh(second.refresh_token)).toMatchObject(REFUSED);
    expect(await refresh(narrow.refresh_token)).toMatchObject(REFUSED);
  });

  it('refuses a refresh token of another wallet, or of long ago', async () => {
    const { refresh_token } = await tokensOf(redeem(await consent()));
    expect(await refresh(refresh_token, {}, RegisteredWallet.parse((await register()).body))).toMatchObject(REFUSED);
    clock.advance(91 * 24 * 60 * 60 * 1000);
    expect(await refresh(refresh_token)).toMatchObject(REFUSED);
  });

  it.each<[Record<string, string>, string]>([
    [{}, 'invalid_request'], [{ grant_type: 'password' }, 'unsupported_grant_type'], [{ grant_type: 'authorization_code', code: 'x', redirect_uri: BACK }, 'invalid_request'], [{ grant_type: 'refresh_token' }, 'invalid_request'],
  ])('answers %j with %s', async (form, error) => {
    expect(await token(form)).toMatchObject({ status: 400, body: { error } });
  });

  it('wants the wallet’s secret', async () => {
    const wrong = await token({ grant_type: 'refresh_token', refresh_token: 'x' }, { ...wallet, client_secret: 'wrong' });
    expect(wrong).toMatchObject({ status: 401, body: { error: 'invalid_client' } });
    expect(wrong.headers.get('www-authenticate')).toMatch(/^Basic/);
    expect((await records.form('/oauth/learners/token', 'grant_type=refresh_token&refresh_token=x')).status).toBe(401);
  });
});

describe('what a wallet may read', () => {
  const profile = (grantId: string) => records.get('/ims/ob/v3p0/profile', records.tokenOf(READ_PROFILE, learnerId, grantId));
  const told = async () => (await records.told(accessWithdrawn.topic)).map(({ data }) => accessWithdrawn.data.parse(data).grantId);

  it('is the profile: the id in credentials, and an address that was proved', async () => {
    const [{ subjectId }]: [{ subjectId: string }] = await records.database.pipelines.query('select subject_id as "subjectId" from learner_records.learners where id = $1', [learnerId]);
    expect((await profile(newId())).body).toEqual({ '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'], id: subjectId, type: ['Profile'], email });
    expect((await records.get('/ims/ob/v3p0/profile', records.tokenOf('learner', learnerId))).status).toBe(200);
  });

  it.each<[string, () => string | undefined, number, string]>([
    ['nobody', () => undefined, 401, 'unauthorizedrequest'], ['whoever may read credentials', () => records.tokenOf(READ_CREDENTIALS, learnerId), 403, 'forbidden'],
    ['a provider', () => records.tokenOf('provider', newId()), 403, 'forbidden'], ['somebody who is not known', () => records.tokenOf(READ_PROFILE, newId()), 404, 'not_found'],
  ])('is not shown to %s', async (_, bearer, status, minor) => {
    const answer = await records.get('/ims/ob/v3p0/profile', bearer());
    expect(answer.status).toBe(status);
    expect(StatusInfo.parse(answer.body).imsx_codeMinor?.imsx_codeMinorField[0]?.imsx_codeMinorFieldValue).toBe(minor);
  });

  it('is not changed', async () => {
    const answer = await fetch(`${records.url}/ims/ob/v3p0/profile`, { method: 'PUT', headers: { 'content-type': 'application/json' }, body: '{"name": "x"}' });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET']);
    expect(StatusInfo.parse(await answer.json())).toMatchObject({ imsx_codeMajor: 'unsupported' });
  });

  it('is nothing beyond', async () => {
    for (const path of ['/v1/me/record', '/v1/me/wallets']) expect((await records.get(path, records.tokenOf(READ_PROFILE, learnerId))).status).toBe(403);
  });

  it('is shown to the learner, who takes it back', async () => {
    const tokens = await tokensOf(redeem(await consent()));
    const { grant_id: id = '' } = claimsOf(tokens);
    const mine = records.tokenOf('learner', learnerId);
    const items = async () => ((await records.get('/v1/me/wallets', mine)).body as { items: { id: string }[] }).items;
    expect((await items())[0]).toEqual({ id, name: 'Wallet <b>of</b> Mina', url: 'https://wallet.example/', scopes: EVERYTHING.split(' '), grantedAt: clock.now().toISOString() });
    expect((await records.get('/v1/me/wallets', records.tokenOf('learner', newId()))).body).toEqual({ items: [] });
    expect((await records.delete(`/v1/me/wallets/${id}`, records.tokenOf('learner', newId()))).status).toBe(404);
    expect((await profile(id)).status).toBe(200);
    expect((await records.delete(`/v1/me/wallets/${id}`, mine)).status).toBe(204);
    expect((await records.delete(`/v1/me/wallets/${id}`, mine)).status).toBe(404);
    expect((await items()).map((item) => item.id)).not.toContain(id);
    clock.advance(2_000);
    expect((await profile(id)).status).toBe(401);
    expect(await refresh(tokens.refresh_token)).toMatchObject(REFUSED);
    await eventually(async () => expect((await told()).filter((one) => one === id)).toHaveLength(1));
  });

  it.each(['access_token', 'refresh_token'] as const)('ends when the wallet revokes its %s', async (which) => {
    const tokens = await tokensOf(redeem(await consent()));
    const { grant_id: id = '' } = claimsOf(tokens);
    const revoke = (as: RegisteredWallet, given = tokens[which] ?? '') => records.form('/oauth/learners/revoke', new URLSearchParams({ token: given, token_type_hint: which }).toString(), asWallet(as));
    expect((await revoke(RegisteredWallet.parse((await register()).body))).status).toBe(200);
    expect((await revoke(wallet, 'nothing')).status).toBe(200);
    expect((await profile(id)).status).toBe(200);
    expect((await revoke(wallet)).status).toBe(200);
    clock.advance(2_000);
    expect((await profile(id)).status).toBe(401);
    expect(await refresh(tokens.refresh_token)).toMatchObject(REFUSED);
    expect((await revoke({ ...wallet, client_secret: 'wrong' })).status).toBe(401);
  });
});

describe('discovery', () => {
  it('describes what is offered, to anybody', async () => {
    const answer = await records.get('/ims/ob/v3p0/discovery');
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'public, max-age=3600']);
    const scopes = Object.fromEntries(EVERYTHING.split(' ').map((scope) => [scope, expect.any(String)]));
    expect(answer.body).toMatchObject({
      openapi: expect.stringMatching(/^3\.0\./),
      info: { title: 'Haverford', version: expect.any(String), termsOfService: `${ISSUER}/about`, 'x-imssf-privacyPolicyUrl': 'https://haverford.example/privacy' },
      components: { securitySchemes: { OAuth2ACG: {
        type: 'oauth2', 'x-imssf-registrationUrl': `${ISSUER}/register`,
        flows: { authorizationCode: { authorizationUrl: `${ISSUER}/authorize`, tokenUrl: `${ISSUER}/token`, refreshUrl: `${ISSUER}/token`, scopes } },
      } } },
    });
    const { paths } = answer.body as { paths: Record<string, Record<string, { operationId: string }>> };
    expect(Object.values(paths).flatMap((path) => Object.entries(path).map(([method, { operationId }]) => `${method} ${operationId}`))).toEqual(['get getServiceDescription', 'get getCredentials', 'get getProfile']);
  });

  it('names the authorization server, its key and its terms', async () => {
    const { body } = await records.get('/.well-known/oauth-authorization-server/oauth/learners');
    expect(body).toMatchObject({ issuer: ISSUER, code_challenge_methods_supported: ['S256'], revocation_endpoint: `${ISSUER}/revoke`, jwks_uri: `${ISSUER}/jwks.json` });
    expect((await records.get('/oauth/learners/jwks.json')).body).toEqual({ keys: [{ kty: 'EC', crv: 'P-256', x: key.x, y: key.y, kid: 'learners', alg: 'ES256', use: 'sig' }] });
    expect(await records.text('/oauth/learners/about')).toContain('What wallets read in Haverford');
  });
});
