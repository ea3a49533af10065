import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Check, JsonObject, Message } from '@laurel/credentials';
import { answerJson, FakeClock, ForeignHost, ServiceUnderTest } from '@laurel/testing';
import { createHash } from 'node:crypto';
import { VerificationConfig, VerificationModule } from '../app.module.js';
import { ISSUED_AT, NOW } from '../samples/first-aid.js';
import { Stranger } from '../samples/stranger.js';
import { Verification, VerificationResults } from '../verifications/verification.js';

let service: ServiceUnderTest;
let host: ForeignHost;
let issuer: Stranger;

beforeAll(async () => {
  host = await ForeignHost.listen();
  const environment = { FETCH_LOOPBACK: 'allowed', FETCH_CA: host.certificate };
  service = await ServiceUnderTest.start({ name: 'verification', config: VerificationConfig, environment, moduleOf: (config) => VerificationModule.with(config), clock: new FakeClock(NOW) });
  issuer = new Stranger(host, 'issuer');
});
afterAll(async () => {
  await service.stop();
  await host.close();
});

const DRAFT_2020 = 'https://json-schema.org/draft/2020-12/schema';
const named = (subject: object): object => ({ type: 'object', properties: { credentialSubject: { type: 'object', properties: { achievement: { type: 'object', ...subject } } } } });
const NAME = named({ required: ['name'], properties: { name: { const: 'First aid' } } });
const OF_SCHEMAS = { id: 'https://www.w3.org/ns/credentials/json-schema/v2.json', type: 'JsonSchema', digestSRI: 'sha384-S57yQDg1MTzF56Oi9DbSQ14u7jBy0RDdx0YbeV7shwhCS88G8SCXeFq82PafhCrW' };
const EXTENSIONS = ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json', 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json'];

async function verified(change: JsonObject): Promise<{ verified: boolean; schema: Check }> {
  const { status, body } = await service.post('/v1/verifications', { verifiableCredential: await issuer.badge(change) });
  expect({ status, body }).toMatchObject({ status: 200 });
  const verification = Verification.parse(body);
  return { verified: verification.verified, schema: verification.checks.find(({ check }) => check === 'schema')! };
}
const inShort = ({ result, code, params, pointer }: Check): string => [result, code, ...reasons({ params }), pointer].filter(Boolean).join(' ');
const reasons = ({ params }: { readonly params?: Message['params'] }): string[] => {
  const reason = params?.reason;
  return typeof reason === 'object' && 'code' in reason ? [reason.code, ...reasons(reason)] : [];
};

let published = 0;
const nextPath = () => `/schemas/${(published += 1)}`;
/** Publishes a schema, and answers what becomes of a badge that names it. */
async function withSchema(schema: object, { type = 'JsonSchema', names = {}, change = {} }: { type?: string; names?: JsonObject; change?: JsonObject } = {}) {
  const path = nextPath();
  const url = host.url(path);
  host.answers.set(path, answerJson({ $id: url, $schema: DRAFT_2020, ...schema }));
  return verified({ credentialSchema: { id: url, type, ...names }, ...change });
}
/** The same of a schema in a credential of its own. */
async function withCredential(jsonSchema: object, change: object = {}) {
  const path = nextPath();
  const id = host.url(path);
  const token = await issuer.token({
    '@context': ['https://www.w3.org/ns/credentials/v2'], id, type: ['VerifiableCredential', 'JsonSchemaCredential'], issuer: issuer.did, validFrom: ISSUED_AT, credentialSchema: OF_SCHEMAS,
    credentialSubject: { id: `${id}/schema`, type: 'JsonSchema', jsonSchema: { $id: `${id}/schema`, $schema: DRAFT_2020, ...jsonSchema } },
    ...change,
  });
  return verified({ credentialSchema: { id: issuer.serve(path, token), type: 'JsonSchemaCredential' } });
}

describe('a stranger’s schema', () => {
  it('that fits is told with its name', async () => {
    const { verified: isVerified, schema } = await withSchema(NAME);
    expect({ isVerified, schema }).toMatchObject({ isVerified: true, schema: { result: 'passed', code: 'schema-fits', detail: expect.stringContaining(host.url('/schemas/')) } });
  });

  it.each<[string, object]>([
    ['2019-09', { $schema: 'https://json-schema.org/draft/2019-09/schema' }],
    ['draft-07', { $schema: 'http://json-schema.org/draft-07/schema#' }],
    ['draft-07 under https', { $schema: 'https://json-schema.org/draft-07/schema' }],
  ])('is read as %s too', async (_, version) => {
    expect(inShort((await withSchema({ ...NAME, ...version })).schema)).toBe('passed schema-fits');
    expect(inShort((await withSchema({ ...named({ required: ['rank'] }), ...version })).schema)).toBe('failed schema-mismatch value-missing /credentialSubject/achievement/rank');
  });

  it.each<[string, object, string]>([
    ['another value', named({ properties: { name: { const: 'Second aid' } } }), 'value-not-among /credentialSubject/achievement/name'],
    ['another type', named({ properties: { name: { type: 'number' } } }), 'value-of-other-type /credentialSubject/achievement/name'],
    ['another form', named({ properties: { name: { format: 'email' } } }), 'value-in-other-form /credentialSubject/achievement/name'],
    ['another length', named({ properties: { name: { maxLength: 3 } } }), 'schema-keyword /credentialSubject/achievement/name'],
    ['nothing at all', { not: {} }, 'schema-keyword'],
  ])('that wants %s fails the credential, where it does not fit', async (_, schema, expected) => {
    expect(await withSchema(schema)).toMatchObject({ verified: false });
    expect(inShort((await withSchema(schema)).schema)).toBe(`failed schema-mismatch ${expected}`);
  });

  it.each<[string, object, string]>([
    ['of no known type of JSON', named({ type: 'nothing' }), 'failed schema-invalid'],
    ['with a pattern that is none', named({ properties: { name: { pattern: '(' } } }), 'failed schema-invalid'],
    ['that calls itself another', { $id: 'https://schemas.example/other' }, 'failed schema-invalid schema-other'],
    ['without a name', { $id: undefined }, 'failed schema-invalid schema-without-id'],
    ['that does not say how it is read', { $schema: undefined }, 'failed schema-invalid schema-without-version'],
    ['of a version to come', { $schema: 'https://json-schema.org/draft/2099-01/schema' }, 'warned schema-unsupported schema-version'],
    ['of draft-04', { $schema: 'http://json-schema.org/draft-04/schema#' }, 'warned schema-unsupported schema-version'],
    ['that refers elsewhere', { $ref: 'https://schemas.example/other' }, 'warned schema-unsupported schema-elsewhere'],
    ['whose answer would be a promise', { $async: true, not: {} }, 'failed schema-invalid'],
    ['under the name of JSON Schema itself', { $defs: { own: { $id: DRAFT_2020 } } }, 'failed schema-invalid'],
  ])('%s', async (_, schema, expected) => expect(inShort((await withSchema(schema)).schema).replace(/ \/credentialSchema$/, '')).toBe(expected));

  it('that cannot be had leaves the credential as good as it is, with a warning', async () => {
    const { verified: isVerified, schema } = await verified({ credentialSchema: { id: host.url('/none'), type: 'JsonSchema' } });
    expect({ isVerified, schema: inShort(schema) }).toEqual({ isVerified: true, schema: 'warned schema-unavailable fetch-http-status /credentialSchema' });
  });

  it('of a type that is not known here is not applied', async () => {
    expect(inShort((await verified({ credentialSchema: { id: 'https://schemas.example/1', type: 'JsonSchemaValidator2018' }, '@context': EXTENSIONS })).schema)).toMatch(/^warned schema-unsupported schema-type/);
  });

  it('is applied where 1EdTech names it, which needs to name nothing itself', async () => {
    const type = '1EdTechJsonSchemaValidator2019';
    expect(inShort((await withSchema({ ...NAME, $id: undefined, $schema: undefined }, { type, change: { '@context': EXTENSIONS } })).schema)).toBe('passed schema-fits');
    expect(inShort((await withSchema({ ...named({ required: ['rank'] }), $id: undefined }, { type, change: { '@context': EXTENSIONS } })).schema)).toMatch(/^failed schema-mismatch/);
  });

  it('cannot put its words under the name of another', async () => {
    const innocent = 'https://schemas.example/innocent';
    expect(inShort((await withSchema({ $defs: { planted: { $id: innocent, not: {} } } })).schema)).toBe('passed schema-fits');
    expect(inShort((await withSchema({ $ref: innocent })).schema)).toMatch(/schema-elsewhere/);
  });

  it('is told after the rules of Open Badges, one of several', async () => {
    const path = nextPath();
    host.answers.set(path, answerJson({ $id: host.url(path), $schema: DRAFT_2020, not: {} }));
    const wrong: JsonObject = { id: host.url(path), type: 'JsonSchema' };
    const { schema: several } = await withSchema(NAME, { change: {} });
    expect(several.result).toBe('passed');
    expect(inShort((await verified({ credentialSchema: [{ id: host.url('/none'), type: 'JsonSchema' }, wrong] })).schema)).toBe('failed schema-mismatch schema-keyword');
    expect(inShort((await verified({ credentialSchema: wrong, issuer: { id: issuer.did, type: ['Profiles'], name: 'Elsewhere' } })).schema)).toMatch(/^failed invalid-open-badge/);
  });
});

describe('the digest of a schema', () => {
  const bytes = (path: string) => JSON.stringify({ $id: host.url(path), $schema: DRAFT_2020, ...NAME });
  const sri = (text: string) => `sha384-${createHash('sha384').update(text).digest('base64')}`;
  const multibase = (text: string) => `u${Buffer.concat([Buffer.of(0x12, 32), createHash('sha256').update(text).digest()]).toString('base64url')}`;

  it.each<[string, (text: string) => JsonObject, string]>([
    ['as Subresource Integrity', (text) => ({ digestSRI: sri(text) }), 'passed schema-fits'],
    ['as Multibase', (text) => ({ digestMultibase: multibase(text) }), 'passed schema-fits'],
    ['of other bytes', (text) => ({ digestSRI: sri(`${text} `) }), 'failed schema-digest /credentialSchema'],
    ['of other bytes beside one that is right', (text) => ({ digestSRI: sri(text), digestMultibase: multibase(`${text} `) }), 'failed schema-digest /credentialSchema'],
    ['in no form', () => ({ digestSRI: 'md5-AAAA' }), 'failed schema-digest /credentialSchema'],
  ])('%s: %s', async (_, digest, expected) => {
    const path = nextPath();
    const text = bytes(path);
    host.answers.set(path, (_request, response) => void response.writeHead(200, { 'content-type': 'application/schema+json' }).end(text));
    expect(inShort((await verified({ credentialSchema: { id: host.url(path), type: 'JsonSchema', ...digest(text) } })).schema)).toBe(expected);
  });

  it('may stand among the related resources', async () => {
    const path = nextPath();
    host.answers.set(path, (_request, response) => void response.writeHead(200, { 'content-type': 'application/json' }).end(bytes(path)));
    const of = (text: string) => verified({ credentialSchema: { id: host.url(path), type: 'JsonSchema' }, relatedResource: [{ id: host.url(path), digestSRI: sri(text) }] });
    expect(inShort((await of(bytes(path))).schema)).toBe('passed schema-fits');
    expect(inShort((await of('else')).schema)).toBe('failed schema-digest /credentialSchema');
  });
});

describe('a schema in a credential', () => {
  it.each<[string, object, object, string]>([
    ['fits', NAME, {}, 'passed schema-fits'],
    ['does not fit', named({ required: ['rank'] }), {}, 'failed schema-mismatch value-missing /credentialSubject/achievement/rank'],
    ['has ended', NAME, { validUntil: ISSUED_AT }, 'failed schema-unverified expired /credentialSchema'],
    ['calls itself another', NAME, { id: 'https://schemas.example/other' }, 'failed schema-invalid schema-other /credentialSchema'],
    ['is another kind of credential', NAME, { type: ['VerifiableCredential'] }, 'failed schema-invalid schema-credential /credentialSchema'],
    ['is not held to the schema of schemas', NAME, { credentialSchema: { ...OF_SCHEMAS, digestSRI: OF_SCHEMAS.digestSRI.replace('S57', 'S58') } }, 'failed schema-invalid schema-credential /credentialSchema'],
    ['is of somebody who did not sign it', NAME, { issuer: 'did:web:other.example', iss: undefined }, 'failed schema-unverified not-the-issuers-key /credentialSchema'],
    ['has no name inside', { ...NAME, $id: 'first-aid' }, {}, 'failed schema-invalid schema-without-id /credentialSchema'],
  ])('that %s', async (_, schema, change, expected) => expect(inShort((await withCredential(schema, change)).schema)).toBe(expected));
});

describe('a hostile schema', () => {
  // A hundred a's and no b: backtracking without end.
  const hostile = { type: 'object', properties: { name: { pattern: '^(([a-z ])+.)+[A-Z]([a-z])+$' } } };

  it.each<[string, object, JsonObject]>([
    ['a pattern that never ends', hostile, { name: `${'a '.repeat(60)}!` }],
    ['alternatives without end', twiceAtEachLevel(40), {}],
  ])('with %s costs a second and a half, and the credential its check', async (_, schema, change) => {
    expect(inShort((await withSchema(schema, { change })).schema)).toBe('failed schema-too-costly /credentialSchema');
  }, 20_000);

  it('holds up nobody else meanwhile, and its batch only once', async () => {
    const path = nextPath();
    host.answers.set(path, answerJson({ $id: host.url(path), $schema: DRAFT_2020, ...hostile }));
    const rows = await Promise.all(Array.from({ length: 24 }, () => issuer.badge({ name: `${'a '.repeat(60)}!`, credentialSchema: { id: host.url(path), type: 'JsonSchema' } })));
    let ended = false;
    const batch = service.post('/v1/verifications/batch', { verifiableCredentials: rows }).finally(() => (ended = true));
    const plain = await issuer.badge();
    let meanwhile = 0;
    while (!ended && meanwhile < 10) {
      await service.post('/v1/verifications', { verifiableCredential: plain });
      meanwhile += ended ? 0 : 1;
    }
    expect(meanwhile).toBeGreaterThan(2);
    const { results } = VerificationResults.parse((await batch).body);
    expect(new Set(results.map(({ verification }) => verification?.checks.find(({ check }) => check === 'schema')?.code))).toEqual(new Set(['schema-too-costly']));
  }, 60_000);
});

/** A schema that asks for the same twice at each level: twice as much work with each. */
function twiceAtEachLevel(depth: number): object {
  const twice = (level: number) => [level, { anyOf: [{ $ref: `#/$defs/${level + 1}` }, { $ref: `#/$defs/${level + 1}` }] }];
  return { $defs: { ...Object.fromEntries(Array.from({ length: depth }, (_, level) => twice(level))), [depth]: { minProperties: 1_000 } }, $ref: '#/$defs/0' };
}
