import { createHash } from 'node:crypto';
import { CREDENTIALS_V2, type Json, type JsonObject, type MessageCode } from '@laurel/credentials';
import { envelop } from '@laurel/credentials/signing';
import { ISSUED_AT, newSigner } from '../../stage/library.js';
import type { Stage } from '../../stage/stage.js';
import { passed, refused, warned, type Exhibit, type Verdict } from '../../verdicts/judged.js';
import { exhibit, forge } from '../forge.js';
import type { Change } from '../tokens/make-token.js';
import { Stranger } from './stranger.js';

const DRAFT = 'https://json-schema.org/draft/2020-12/schema';
const OF_SCHEMAS = { id: 'https://www.w3.org/ns/credentials/json-schema/v2.json', type: 'JsonSchema', digestSRI: 'sha384-S57yQDg1MTzF56Oi9DbSQ14u7jBy0RDdx0YbeV7shwhCS88G8SCXeFq82PafhCrW' };
const EXTENSIONS: Json = [CREDENTIALS_V2, 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json', 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json'];
/** Takes no end with a text of many words. */
const ENDLESS = { properties: { description: { pattern: '^(([a-z ])+.)+[A-Z]([a-z])+$' } } };
const refusedFor = (code: MessageCode): Verdict => refused('schema', code);

/** Schemas, each wrong in one way or not fitted, by what they say otherwise. */
const SCHEMAS: readonly (readonly [name: string, verdict: Verdict, schema: Change | Json])[] = [
  ['good', passed('schema', 'schema-fits'), {}],
  ['that does not fit', refusedFor('schema-mismatch'), { required: ['rank'] }],
  ['that calls itself another', refusedFor('schema-other'), { $id: 'https://schemas.example/other' }],
  ['without a name', refusedFor('schema-without-id'), { $id: undefined }],
  ['without its language', refusedFor('schema-without-version'), { $schema: undefined }],
  ['in a language to come', warned('schema', 'schema-version'), { $schema: 'https://json-schema.org/draft/2099-01/schema' }],
  ['that leads elsewhere', warned('schema', 'schema-elsewhere'), { $ref: 'https://schemas.example/other' }],
  ['whose answer is a promise', refusedFor('schema-invalid'), { $async: true }],
  ['of no type', refusedFor('schema-invalid'), { type: 'nothing' }],
  ['that is a list', refusedFor('schema-no-object'), []],
  ['that is nothing', refusedFor('schema-no-object'), null],
  ['that is a word', refusedFor('schema-no-object'), 'schema'],
];

/** Credentials that are schemas. */
const CREDENTIALS: readonly (readonly [name: string, verdict: Verdict, change: Change])[] = [
  ['good', passed('schema', 'schema-fits'), {}],
  ['that is over', refusedFor('schema-unverified'), { validUntil: '2026-11-24T11:00:00Z' }],
  ['of another URL', refusedFor('schema-other'), { id: 'https://schemas.example/other' }],
  ['of another kind', refusedFor('schema-credential'), { type: ['VerifiableCredential'] }],
];

export async function schemas(stage: Stage): Promise<Exhibit[]> {
  const issuer = new Stranger(stage, 'schemer');
  const url = (path: string) => stage.host.url(`/schemas/${path}`);
  const serveText = (path: string, text: string, type: string) => issuer.serve(`/schemas/${path}`, text, type);
  const serve = (path: string, content: unknown) => serveText(path, JSON.stringify(content), 'application/schema+json');
  const schema = (path: string, change: Change = {}) => ({ $id: url(path), $schema: DRAFT, type: 'object', ...change });
  const badge = (credentialSchema: Json, change: Change = {}) => issuer.badge({ credentialSchema, ...change });
  const named = (path: string, more: JsonObject = {}): JsonObject => ({ id: url(path), type: 'JsonSchema', ...more });
  const of = (name: string, sent: Exhibit['sent'], verdict: Verdict) => exhibit(`named-schema: ${name}`, sent, verdict);
  const plain = SCHEMAS.map(async ([name, verdict, change], at) => {
    serve(`${at}`, typeof change === 'object' && change !== null && !Array.isArray(change) ? schema(`${at}`, change as Change) : change);
    return of(`one ${name}`, await badge(named(`${at}`)), verdict);
  });
  const inCredentials = CREDENTIALS.map(async ([name, verdict, change], at) => {
    const path = `credential-${at}`;
    const content = {
      '@context': [CREDENTIALS_V2], id: url(path), type: ['VerifiableCredential', 'JsonSchemaCredential'], issuer: issuer.did, validFrom: ISSUED_AT, credentialSchema: OF_SCHEMAS,
      credentialSubject: { id: url(`${path}#schema`), type: 'JsonSchema', jsonSchema: schema(path) }, ...change,
    };
    serveText(path, await issuer.token(content as Change), 'application/vc+jwt');
    return of(`a credential ${name}`, await badge({ id: url(path), type: 'JsonSchemaCredential' }), verdict);
  });
  const words = { description: `${'a '.repeat(60)}!` };
  const shown = (tokens: readonly string[]) => {
    const presentation = { '@context': [CREDENTIALS_V2], type: ['VerifiablePresentation'], verifiableCredential: tokens.map((text) => envelop({ mediaType: 'vc+jwt', text })) };
    return forge(presentation, newSigner('Ed25519'), 'eddsa-jcs-2022', { proofPurpose: 'authentication' });
  };
  const [endless, digested] = ['endless', 'digested'];
  serve(endless, schema(endless, ENDLESS));
  const bytes = JSON.stringify(schema(digested));
  serve(digested, schema(digested));
  serveText('token', await issuer.badge(), 'application/vc+jwt');
  const sri = (text: string) => `sha384-${createHash('sha384').update(text).digest('base64')}`;
  return [
    ...(await Promise.all([...plain, ...inCredentials])),
    of('one that is not there', await badge(named('none')), warned('schema', 'schema-unavailable')),
    of('of a type that is not applied', await badge({ id: url('0'), type: 'JsonSchemaValidator2018' }, { '@context': EXTENSIONS }), { ...warned('schema', 'schema-type'), verified: false }),
    of('without a URL', await badge({ id: 7, type: 'JsonSchema' }), { ...warned('schema', 'schema-unsupported'), verified: false }),
    of('more than are applied', await badge(Array.from({ length: 6 }, () => named('0'))), warned('schema', 'schema-too-many')),
    of('that is a token', await badge(named('token')), refusedFor('schema-is-token')),
    of('with its digest', await badge(named(digested, { digestSRI: sri(bytes) })), passed('schema', 'schema-fits')),
    of('with another digest', await badge(named(digested, { digestSRI: sri(`${bytes} `) })), refusedFor('schema-digest')),
    { ...of('without end, of two', await shown([await badge(named(endless), words), await badge(named(endless), words)]), refusedFor('schema-too-costly')), asked: { as: 'presentation' }, alone: true },
  ];
}
