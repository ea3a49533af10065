import { beforeAll, describe, expect, it } from '@jest/globals';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import * as ed25519 from '@digitalbazaar/ed25519-multikey';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import { base58 } from '@scure/base';
import { buildAchievementCredential } from '../achievement/build-achievement-credential.js';
import { isVerified } from '../checks/check.js';
import { verifyCredential } from '../checks/verify-credential.js';
import { openCredential } from '../opening/open-credential.js';
import { bundledContexts } from '../contexts/bundled-contexts.js';
import { didDocument } from '../did/did-document.js';
import { resolveDidKey } from '../did/did-key.js';
import type { JsonObject } from '../document/json.js';
import { lint } from '../linting/lint.js';
import { CredentialSigner, type SignedCredential } from '../proof/credential-signer.js';
import { SAMPLE_NOW, libraryCourse, sampleIssuer } from '../samples/library-course.js';

const MULTIKEY = 'https://w3id.org/security/multikey/v1';
const fragment = sampleIssuer.verificationMethod.split('#')[1] ?? '';
const controller = didDocument(sampleIssuer.did, [{ id: fragment, publicKey: sampleIssuer.publicKey }]);

/** Offline: the pinned contexts, the issuer's DID document and key, nothing else. */
async function documentLoader(url: string): Promise<object> {
  if (url === sampleIssuer.did) return { contextUrl: null, documentUrl: url, document: controller };
  if (url === sampleIssuer.verificationMethod) return { contextUrl: null, documentUrl: url, document: { '@context': MULTIKEY, ...controller.verificationMethod[0] } };
  return bundledContexts.documentLoader(url);
}
const judge = (credential: object) =>
  vc.verifyCredential({ credential, suite: new DataIntegrityProof({ cryptosuite }), documentLoader, checkStatus: async () => ({ verified: true }), now: SAMPLE_NOW });

let ours: SignedCredential;
beforeAll(async () => {
  ours = await new CredentialSigner(sampleIssuer).sign(await lint(buildAchievementCredential(libraryCourse())), SAMPLE_NOW);
});

describe('@digitalbazaar/vc', () => {
  it('accepts what we sign', async () => {
    expect(await judge(ours)).toMatchObject({ verified: true });
  });

  it('refuses it altered', async () => {
    const altered = JSON.parse(JSON.stringify(ours).replace('"87"', '"97"')) as object;
    expect((await judge(altered)).verified).toBe(false);
  });

  it('makes the very proof that we make, and we accept theirs', async () => {
    const key = await ed25519.from({
      type: 'Multikey',
      id: sampleIssuer.verificationMethod,
      controller: sampleIssuer.did,
      publicKeyMultibase: fragment,
      secretKeyMultibase: `z${base58.encode(Uint8Array.of(0x80, 0x26, ...Buffer.from(sampleIssuer.privateKey.export({ format: 'jwk' }).d ?? '', 'base64url')))}`,
    });
    const credential = JSON.parse(JSON.stringify(buildAchievementCredential(libraryCourse()))) as object;
    const suite = new DataIntegrityProof({ cryptosuite, signer: key.signer(), date: SAMPLE_NOW });
    const theirs = JSON.parse(JSON.stringify(await vc.issue({ credential, suite, documentLoader, now: SAMPLE_NOW }))) as JsonObject;
    expect(theirs.proof).toEqual(ours.proof);
    expect(isVerified(await verifyCredential(openCredential(theirs), { now: SAMPLE_NOW, resolveKey: resolveDidKey }))).toBe(true);
  });
});
