import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { didJwk, didKey, encodeMultikey, type JsonObject, type PublicKey, publicKeyOf, publicKeyToJwk, type SigningKeyType } from '@laurel/credentials';
import { issuerChanged } from '@laurel/events';
import { answerJson, eventually, FakeClock, ForeignHost, ServiceUnderTest } from '@laurel/testing';
import { generateKeyPairSync } from 'node:crypto';
import { VerificationConfig, VerificationModule } from '../../app.module.js';
import { NOW, provider } from '../../samples/first-aid.js';

const key = (type: 'ed25519' | 'P-256') => publicKeyOf(type === 'ed25519' ? generateKeyPairSync(type).publicKey : generateKeyPairSync('ec', { namedCurve: type }).publicKey) as PublicKey<SigningKeyType>;
const [ed, p256] = [key('ed25519'), key('P-256')];
const [edDid, p256Did, jwkDid] = [didKey(ed), didKey(p256), didJwk(p256)];
const [edKey, p256Key] = [encodeMultikey(ed), encodeMultikey(p256)];
const RESOLUTION = 'application/did-resolution';
const FORMER = 'application/ld+json;profile="https://w3id.org/did-resolution"';

let service: ServiceUnderTest;
let host: ForeignHost;
beforeAll(async () => {
  host = await ForeignHost.listen();
  const environment = { FETCH_LOOPBACK: 'allowed', FETCH_CA: host.certificate };
  service = await ServiceUnderTest.start({ name: 'verification', config: VerificationConfig, environment, moduleOf: (config) => VerificationModule.with(config), clock: new FakeClock(NOW) });
});
afterAll(async () => {
  await service.stop();
  await host.close();
});

async function get(didUrl: string, accept = RESOLUTION, { encoded = true, query = '' } = {}) {
  const answer = await fetch(`${service.url}/1.0/identifiers/${encoded ? encodeURIComponent(didUrl) : didUrl}${query}`, { headers: { accept } });
  return { status: answer.status, type: answer.headers.get('content-type') ?? '', body: JSON.parse(await answer.text()) as JsonObject & Record<string, never> };
}
const method = (did: string, id: string, publicKeyMultibase: string) => ({ id: `${did}#${id}`, type: 'Multikey', controller: did, publicKeyMultibase });

describe('a DID that is its key', () => {
  it.each([[edDid, edKey], [p256Did, p256Key]])('%s has it in its document', async (did, multikey) => {
    const { status, type, body } = await get(did);
    expect({ status, type }).toEqual({ status: 200, type: expect.stringContaining(RESOLUTION) });
    const id = `${did}#${multikey}`;
    expect(body).toEqual({
      didResolutionMetadata: { contentType: 'application/did' },
      didDocumentMetadata: {},
      didDocument: {
        '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'], id: did, verificationMethod: [method(did, multikey, multikey)],
        authentication: [id], assertionMethod: [id], capabilityInvocation: [id], capabilityDelegation: [id],
      },
    });
    expect((await get(did, RESOLUTION, { encoded: false })).body).toEqual(body);
  });

  it('may be a JWK, whose document writes it as one', async () => {
    const { body } = await get(jwkDid, 'application/did');
    expect(body).toMatchObject({ id: jwkDid, verificationMethod: [{ id: `${jwkDid}#0`, type: 'JsonWebKey', publicKeyJwk: publicKeyToJwk(p256) }], assertionMethod: [`${jwkDid}#0`] });
    const forEncryption = `did:jwk:${Buffer.from(JSON.stringify({ ...publicKeyToJwk(p256), use: 'enc' })).toString('base64url')}`;
    expect((await get(forEncryption, 'application/did')).body).toMatchObject({ keyAgreement: [`${forEncryption}#0`] });
    expect((await get(forEncryption, 'application/did')).body).not.toHaveProperty('assertionMethod');
  });

  it.each([
    [edDid, 'JsonWebKey2020', { publicKeyJwk: publicKeyToJwk(ed) }], [edDid, 'JsonWebKey', { publicKeyJwk: publicKeyToJwk(ed) }],
    [edDid, 'Ed25519VerificationKey2020', { publicKeyMultibase: edKey }], [jwkDid, 'Multikey', { publicKeyMultibase: p256Key }],
  ])('%s writes it as %s when asked', async (did, publicKeyFormat, material) => {
    const { body } = await get(did, 'application/did', { query: `?publicKeyFormat=${publicKeyFormat}` });
    expect(body.verificationMethod).toEqual([expect.objectContaining({ type: publicKeyFormat, ...material })]);
  });
});

describe('a did:web', () => {
  it('of ours is what its events say, whether or not anybody could fetch it', async () => {
    const did = 'did:web:laurel.example%3A8443:issuers:0193609a-0000-7000-8000-00000000000a';
    const keys = [{ id: `${did}#k1`, publicKeyMultibase: edKey, from: NOW.toISOString() }, { id: `${edDid}#${edKey}`, publicKeyMultibase: edKey, from: NOW.toISOString() }];
    await service.publish(issuerChanged, [{ subject: provider.id, version: 1, orderingKey: provider.id, data: { id: did, providerId: provider.id, name: 'City Library', keys } }]);
    const { body } = await eventually(async () => {
      const answer = await get(did);
      expect(answer.status).toBe(200);
      return answer;
    });
    expect(body.didDocument).toEqual({ '@context': expect.any(Array), id: did, verificationMethod: [method(did, 'k1', edKey)], assertionMethod: [`${did}#k1`] });
    expect((await get(did, RESOLUTION, { encoded: false })).body).toEqual(body);
  });

  it('of others is fetched', async () => {
    const did = `did:web:localhost%3A${host.port}:people:ada`;
    const document = { '@context': ['https://www.w3.org/ns/did/v1'], id: did, assertionMethod: [method(did, 'k', edKey)], service: [{ id: '#files', type: 'Files', serviceEndpoint: 'https://files.example' }] };
    host.answers.set('/people/ada/did.json', answerJson(document));
    expect(await get(did, 'application/did+ld+json')).toMatchObject({ status: 200, type: expect.stringContaining('application/did+ld+json'), body: document });
    expect((await get(`${did}#files`, 'application/json')).body).toMatchObject({ type: 'Files' });
    expect((await get(`${did}#k`, 'application/json')).body).toMatchObject({ controller: did });
    host.answers.set('/people/eve/did.json', answerJson(document));
    expect(await get(did.replace('ada', 'eve'))).toMatchObject({ status: 500, body: { didResolutionMetadata: { error: { type: 'https://www.w3.org/ns/did#INVALID_DID_DOCUMENT' } } } });
  });
});

describe('what cannot be resolved', () => {
  const short = `did:key:zTjsVPtY`;
  it.each<[string, number, string, string]>([
    ['not-a-did', 400, 'INVALID_DID', 'invalidDid'],
    ['did:example', 400, 'INVALID_DID', 'invalidDid'],
    ['did:key:@', 400, 'INVALID_DID', 'invalidDid'],
    [edDid.replace('did:', 'notDid:'), 400, 'INVALID_DID', 'invalidDid'],
    [`did:key:-4:${edKey}`, 400, 'INVALID_DID', 'invalidDid'],
    [edDid.replace(':z', ':'), 400, 'INVALID_DID', 'invalidDid'],
    ['did:jwk:e30=', 400, 'INVALID_DID', 'invalidDid'],
    [short, 400, 'INVALID_PUBLIC_KEY_LENGTH', 'invalidPublicKeyLength'],
    ['did:key:z6LSfHfAMAopsuBxaBzvp51GXrPf38Az13j2fmwqadbwwrzJ', 400, 'INVALID_PUBLIC_KEY', 'invalidPublicKey'],
    ['did:jwk:e30', 400, 'INVALID_PUBLIC_KEY', 'invalidPublicKey'],
    ['did:unsupported:123456789abcdefghi', 501, 'METHOD_NOT_SUPPORTED', 'methodNotSupported'],
    ['did:web:localhost%3A1:nobody', 404, 'NOT_FOUND', 'notFound'],
    ['did:web:a:..:b', 400, 'INVALID_DID', 'invalidDid'],
  ])('%.60s: %i %s', async (did, status, name, code) => {
    const answer = await get(did);
    expect(answer).toMatchObject({ status, body: { didResolutionMetadata: { error: { type: `https://www.w3.org/ns/did#${name}`, title: expect.any(String), detail: expect.any(String) } }, didDocument: null, didDocumentMetadata: {} } });
    expect(await get(did, FORMER)).toMatchObject({ status, type: expect.stringContaining('json'), body: { '@context': 'https://w3id.org/did-resolution/v1', didDocument: {}, didDocumentMetadata: {}, didResolutionMetadata: { error: code } } });
    expect(await get(did, 'application/did')).toMatchObject({ status, type: expect.stringContaining('application/problem+json'), body: { type: `https://www.w3.org/ns/did#${name}` } });
  });

  it.each<[string, string, number, string]>([
    [`${edDid}/^bar^/?query=\`#${edKey}`, '', 400, 'invalidDidUrl'],
    [`${edDid}#nothing`, '', 404, 'notFound'],
    [`${edDid}/path`, '', 501, 'featureNotSupported'],
    [`${edDid}?versionId=1`, '', 501, 'featureNotSupported'],
    [`${edDid}#${edKey}`, '?publicKeyFormat=Ed25519VerificationKey2018&enableExperimentalPublicKeyTypes=false', 400, 'invalidPublicKeyType'],
    [`${edDid}#${edKey}`, '?publicKeyFormat=unknown', 400, 'unsupportedPublicKeyType'],
    [`${p256Did}#${p256Key}`, '?publicKeyFormat=Ed25519VerificationKey2020', 400, 'invalidPublicKeyType'],
    [`${edDid}#${edKey}`, '?versionId=1', 400, 'invalidOptions'],
    [`${edDid}#${edKey}`, '?enableExperimentalPublicKeyTypes=maybe', 400, 'invalidOptions'],
  ])('%s with options %j: %i %s', async (didUrl, query, status, error) => {
    expect(await get(didUrl, FORMER, { query })).toMatchObject({ status, body: { didDereferencingMetadata: { error } } });
    expect(await get(didUrl, 'application/did-url-dereferencing', { query })).toMatchObject({ status, body: { dereferencingMetadata: { error: { type: expect.stringMatching(/^https:\/\/www\.w3\.org\/ns\/did#[A-Z_]+$/) } }, contentStream: null, contentMetadata: {} } });
  });

  it('in a form that nobody knows here is said so', async () => {
    expect(await get(edDid, 'application/x-unsupported')).toMatchObject({ status: 406, body: { type: 'https://www.w3.org/ns/did#REPRESENTATION_NOT_SUPPORTED' } });
    expect((await get(edDid, 'text/html, application/xhtml+xml, */*;q=0.8')).status).toBe(200);
    expect((await fetch(`${service.url}/1.0/identifiers/`)).ok).toBe(false);
    expect((await get(`did:web:${'x'.repeat(5_000)}`)).status).toBe(422);
    expect((await get('did:key:%', RESOLUTION, { encoded: false })).status).toBe(400);
  });
});

describe('a fragment', () => {
  it('leads to the key that it names', async () => {
    const didUrl = `${edDid}#${edKey}`;
    expect(await get(didUrl, 'application/did-url-dereferencing')).toMatchObject({
      status: 200, type: expect.stringContaining('application/did-url-dereferencing'), body: { dereferencingMetadata: { contentType: 'application/did' }, contentStream: method(edDid, edKey, edKey), contentMetadata: {} },
    });
    expect(await get(didUrl, FORMER)).toMatchObject({ status: 200, body: { didDocument: { controller: edDid }, didDereferencingMetadata: {} } });
    expect((await get(didUrl.replace('#', '%23'), 'application/json', { encoded: false })).body).toMatchObject(method(edDid, edKey, edKey));
  });
});
