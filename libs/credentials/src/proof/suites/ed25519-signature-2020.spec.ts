import { describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { HashedDocument } from '../../canonical/hashed-document.js';
import { verifyProofs } from '../../checks/proofs.js';
import { bundledContexts } from '../../contexts/bundled-contexts.js';
import { pinnedContext } from '../../contexts/pinned-context.js';
import { resolveOffline } from '../../did/resolve-offline.js';
import type { JsonObject } from '../../document/json.js';
import { decodeMultikey } from '../../keys/multikey.js';
import { fixture, fixtureText, haveFixtures } from '../../samples/fixtures.config.js';
import { sampleIssuer } from '../../samples/library-course.js';
import { withoutProof } from '../proof.js';
import { ed25519Signature2020 } from './ed25519-signature-2020.js';

const CONTEXT = 'https://w3id.org/security/suites/ed25519-2020/v1';

(haveFixtures ? describe : describe.skip)('Ed25519Signature2020, of 1EdTech’s sample for Open Badges 3.0 in the data model 1.1', () => {
  const file = haveFixtures ? Buffer.from(fixtureText(`contexts/${(fixture('contexts/index.json')[CONTEXT] as { file: string }).file}`)) : Buffer.alloc(0);
  const sample = haveFixtures ? fixture('ob30-samples/simple_v1.json') : {};
  const [proof] = [sample.proof].flat() as JsonObject[];

  /** The key is in the fragment of an https verification method, where 1EdTech’s validator takes it from; of a did:key it is the DID. */
  const verify = async (document: JsonObject, proofs: JsonObject) => {
    const contexts = bundledContexts.with([pinnedContext(CONTEXT, file, createHash('sha256').update(file).digest('hex'))]);
    const resolveKey = (method: string) => (method.startsWith('https:') ? { controller: 'x', publicKey: decodeMultikey(method.split('#')[1] ?? '') } : resolveOffline(method, 'assertionMethod'));
    const outcomes = await verifyProofs({ ...document, proof: proofs }, { now: new Date('2026-11-24T09:30:00Z'), unsecured: new HashedDocument(withoutProof(document), contexts), resolveKey, expected: { purpose: 'assertionMethod' } });
    return outcomes.map(({ fault }) => fault?.code ?? 'verified');
  };

  it('verifies', async () => expect(await verify(sample, proof!)).toEqual(['verified']));

  it.each<[string, (proof: JsonObject) => JsonObject, string]>([
    ['another key', (old) => ({ ...old, verificationMethod: sampleIssuer.verificationMethod }), 'invalid-signature'],
    ['another time', (old) => ({ ...old, created: '2022-11-16T18:54:23Z' }), 'invalid-signature'],
    ['no time', ({ created: _, ...old }) => old, 'invalid-proof'],
    ['a cryptosuite beside it', (old) => ({ ...old, cryptosuite: 'eddsa-rdfc-2022' }), 'invalid-proof'],
    ['the type of a cryptosuite', (old) => ({ ...old, type: 'DataIntegrityProof', cryptosuite: 'Ed25519Signature2020' }), 'unsupported-cryptosuite'],
    ['a short value', (old) => ({ ...old, proofValue: String(old.proofValue).slice(0, -2) }), 'invalid-proof-value'],
  ])('with %s does not', async (_, change, code) => expect(await verify(sample, change(proof!))).toEqual([code]));

  it('of another document does not', async () => expect(await verify({ ...sample, name: 'Other' }, proof!)).toEqual(['invalid-signature']));
});

it('nothing is signed with it', async () => {
  await expect(ed25519Signature2020.prove(new HashedDocument({}, bundledContexts), { created: '2026-11-24T09:30:00Z', proofPurpose: 'assertionMethod' }, sampleIssuer)).rejects.toMatchObject({ code: 'invalid-key' });
});
