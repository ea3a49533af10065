import { createHash, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { didJwk, encodeMultikey, publicKeyOf, type Json, type JsonObject, type PublicKey, type Signer, signWith, type SigningKeyType } from '@laurel/credentials';
import type { Stage } from '../../stage/stage.js';
import { accepted, refused, type Exhibit, type Verdict } from '../../verdicts/judged.js';
import { exhibit, forge, strangersDocument } from '../forge.js';
import { Stranger } from './stranger.js';

type Own = JsonObject & { readonly id: string; readonly verificationMethod: readonly [JsonObject & { readonly publicKeyMultibase: string }] };
const method = (change: (own: JsonObject & { readonly publicKeyMultibase: string }) => JsonObject) => (own: JsonObject): Json => ({ ...own, verificationMethod: [change((own as Own).verificationMethod[0])] });

/** DID documents of strangers who sign well, each wrong in one way. */
const DOCUMENTS: readonly (readonly [name: string, verdict: Verdict, change?: (own: JsonObject) => Json])[] = [
  ['good', accepted],
  ['without keys', refused('proof', 'unknown-key'), (own) => ({ ...own, verificationMethod: [] })],
  ['whose key is for nothing', refused('proof', 'key-not-for-purpose'), (own) => ({ ...own, assertionMethod: [] })],
  ['whose key is for something else', refused('proof', 'key-not-for-purpose'), ({ assertionMethod: _, ...own }) => own],
  ['whose key is another’s', refused('proof', 'unknown-key'), method((own) => ({ ...own, controller: 'did:web:other.example' }))],
  ['whose key was revoked', refused('proof', 'key-revoked'), method((own) => ({ ...own, revoked: '2026-11-24T11:00:00Z' }))],
  ['whose key has expired', refused('proof', 'key-revoked'), method((own) => ({ ...own, expires: '2026-11-24T11:00:00Z' }))],
  ['whose key is not to be read', refused('proof', 'unreadable-key'), method((own) => ({ ...own, publicKeyMultibase: 'zQmX' }))],
  ['whose key stands there in two ways', refused('proof', 'unreadable-key'), method((own) => ({ ...own, publicKeyJwk: {} }))],
  ['about another', refused('proof', 'invalid-did-document'), (own) => ({ ...own, id: 'did:web:other.example' })],
  ['without an id', refused('proof', 'invalid-did-document'), ({ id: _, ...own }) => own],
  ['that is a list', refused('proof', 'invalid-did-document'), () => []],
];

export async function dids(stage: Stage): Promise<Exhibit[]> {
  const published = DOCUMENTS.map(async ([name, verdict, change], at) => exhibit(`did: a document ${name}`, await new Stranger(stage, `did-${at}`, change).badge(), verdict));
  const absent = new Stranger(stage, 'did-absent');
  stage.host.answers.delete('/did-absent/did.json');
  return [
    ...(await Promise.all(published)),
    exhibit('did: a document that is not there', await absent.badge(), refused('proof', 'did-unavailable')),
    ...(await ofThemselves(stage)),
    ...(await names(stage)),
  ];
}

/** did:key and did:jwk whose holders sign well, each of them in a form that is none. */
async function ofThemselves(stage: Stage): Promise<Exhibit[]> {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const jwk = privateKey.export({ format: 'jwk' });
  const { d: _, ...open } = jwk;
  const publicKey = publicKeyOf(privateKey) as PublicKey<SigningKeyType>;
  const multikey = encodeMultikey(publicKey);
  const jwkDid = (content: unknown) => `did:jwk:${Buffer.from(JSON.stringify(content)).toString('base64url')}`;
  const padded = (coordinate: string | undefined) => Buffer.concat([Buffer.of(0), Buffer.from(coordinate ?? '', 'base64url')]).toString('base64url');
  const own = didJwk(publicKey);
  const invalidMethod = refused('proof', 'invalid-verification-method');
  const unreadable = refused('proof', 'unreadable-key');
  const forms: readonly (readonly [name: string, verdict: Verdict, did: string, fragment: string])[] = [
    ['good', accepted, own, '0'],
    ['of another fragment', invalidMethod, own, '1'],
    ['for encryption', refused('proof', 'key-not-for-purpose'), jwkDid({ ...open, use: 'enc' }), '0'],
    ['with the private key', unreadable, jwkDid(jwk), '0'],
    ['longer than any', unreadable, jwkDid({ ...open, note: 'x'.repeat(4_096) }), '0'],
    ['with a longer x', unreadable, jwkDid({ ...open, x: padded(open.x) }), '0'],
    ['with a longer y', unreadable, jwkDid({ ...open, y: padded(open.y) }), '0'],
    ['of no curve', unreadable, jwkDid({ ...open, crv: 'secp256k1' }), '0'],
    ['of no JSON', unreadable, 'did:jwk:AAAA', '0'],
    ['good, as did:key', accepted, `did:key:${multikey}`, multikey],
    ['of another fragment, as did:key', invalidMethod, `did:key:${multikey}`, 'key-1'],
  ];
  return Promise.all(forms.map(async ([name, verdict, did, fragment]) => exhibit(`did: of itself, ${name}`, await forge(strangersDocument(stage, did), signerOf(privateKey, `${did}#${fragment}`)), verdict)));
}

const signerOf = (privateKey: KeyObject, verificationMethod: string): Signer => ({ publicKey: publicKeyOf(privateKey) as PublicKey<SigningKeyType>, verificationMethod, sign: (bytes) => signWith('P-256', privateKey, bytes) });

/** Verification methods that name nothing which could be looked up. */
function names(stage: Stage): Promise<Exhibit[]> {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const invalidDid = refused('proof', 'invalid-did');
  const digest = createHash('sha256').update('x').digest('hex');
  const forms: readonly (readonly [name: string, verdict: Verdict, method: string])[] = [
    ['a did:web without a host', invalidDid, 'did:web:#a'],
    ['a did:web with a slash in its host', invalidDid, 'did:web:example.com%2Fx#a'],
    ['a did:web that goes up', invalidDid, 'did:web:example.com:..:x#a'],
    ['a did:web with a slash in its path', invalidDid, 'did:web:example.com:a%2Fb#a'],
    ['a did:web in capitals', invalidDid, 'did:web:EXAMPLE.com#a'],
    ['a did:web of no port', invalidDid, 'did:web:example.com%3A99999#a'],
    ['a did:web without a fragment', refused('proof', 'invalid-verification-method'), 'did:web:example.com'],
    ['a did:key of no kind', refused('proof', 'unreadable-key'), 'did:key:z6Mk#z6Mk'],
    ['a did:key of no base', refused('proof', 'unreadable-key'), `did:key:u${digest}#u${digest}`],
    ['a did:key of letters that are none', refused('proof', 'unreadable-key'), 'did:key:z0OIl#z0OIl'],
    ['a did:key too short', refused('proof', 'unreadable-key'), 'did:key:zTjsVPtY#zTjsVPtY'],
    ['a did:key without its fragment', refused('proof', 'invalid-verification-method'), 'did:key:z6Mk'],
    ['an unknown method', refused('proof', 'unsupported-did-method'), 'did:example:1#1'],
  ];
  return Promise.all(forms.map(async ([name, verdict, method]) => exhibit(`did: ${name}`, await forge(strangersDocument(stage, method.split('#')[0] ?? ''), signerOf(privateKey, method)), verdict)));
}
