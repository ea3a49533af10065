import { describe, expect, it } from '@jest/globals';
import { isVerified } from '../checks/check.js';
import { verifyCredential } from '../checks/verify-credential.js';
import { verifyPresentation } from '../checks/verify-presentation.js';
import { CREDENTIALS_V2 } from '../contexts/context-urls.js';
import { resolveOffline } from '../did/resolve-offline.js';
import type { JsonObject } from '../document/json.js';
import type { Profile } from '../document/profile.js';
import { openCredential } from '../opening/open-credential.js';
import { openPresentation, presentedIn } from '../opening/open-presentation.js';
import { SAMPLE_NOW, sampleIssuer } from '../samples/library-course.js';
import { sampleSigner } from '../samples/sample-key.js';
import { signJwt } from './jwt.js';

const holder = sampleSigner(3, 'P-256');
const vc: JsonObject = { '@context': [CREDENTIALS_V2], type: ['VerifiableCredential'], issuer: sampleIssuer.did, credentialSubject: { id: 'did:example:alice' } };
const enveloped = (type: string, text: string): JsonObject => ({ '@context': CREDENTIALS_V2, type, id: `data:application/jwt,${text}` });
const credential = async (typ = 'JWT', claims: JsonObject = { vc }) => enveloped('EnvelopedVerifiableCredential', await signJwt({ typ }, { iss: sampleIssuer.did, ...claims }, sampleIssuer));
async function presentation(typ = 'JWT', challenge = 'n-1'): Promise<JsonObject> {
  const vp = { '@context': [CREDENTIALS_V2], type: ['VerifiablePresentation'], holder: holder.did, verifiableCredential: [await credential()] };
  return enveloped('EnvelopedVerifiablePresentation', await signJwt({ typ }, { iss: holder.did, nonce: challenge, aud: 'verifier.example', vp }, holder));
}
const options = { now: SAMPLE_NOW, resolveKey: resolveOffline };
const verifyOne = async (sent: JsonObject, profile: Profile) => isVerified(await verifyCredential(openCredential(sent, profile), { ...options, profile }));
const verify = async (sent: JsonObject, profile: Profile) => isVerified(await verifyPresentation(openPresentation(sent, profile), { ...options, profile, challenge: 'n-1' }));

describe('tokens of the data model 1.1', () => {
  it('are read where nothing but the proof is asked', async () => {
    const sent = await presentation();
    expect(await verify(sent, 'proof-only')).toBe(true);
    const [inside] = presentedIn(openPresentation(sent, 'proof-only').document, 'proof-only');
    expect(await verifyOne(inside?.sent as JsonObject, 'proof-only')).toBe(true);
    expect(await verify(await presentation('JWT', 'n-2'), 'proof-only')).toBe(false);
  });

  it('are refused everywhere else', async () => {
    await expect(verify(await presentation(), 'full')).rejects.toMatchObject({ code: 'not-a-credential' });
    expect(() => openCredential({ ...vc, type: 'EnvelopedVerifiableCredential', id: 'data:application/jwt,a.b.c' })).toThrow();
  });

  it.each(['vc+jwt', 'vp+jwt'])('are none under the type %s', async (typ) => {
    expect(await verifyOne(await credential(typ), 'proof-only').catch(() => false)).toBe(false);
    expect(await verify(await presentation(typ), 'proof-only').catch(() => false)).toBe(false);
  });

  it('say what their wrapping claims say', async () => {
    expect(await verifyOne(await credential('JWT', { vc, jti: 'urn:uuid:1', sub: 'did:example:bob' }), 'proof-only')).toBe(false);
    expect(await verifyOne(await credential('JWT', { vc, iss: holder.did }), 'proof-only')).toBe(false);
  });
});
