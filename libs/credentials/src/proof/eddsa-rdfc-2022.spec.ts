import { describe, expect, it } from '@jest/globals';
import { canonicalQuads } from '../canonical/canonicalize.js';
import { verifyCredential } from '../checks/verify-credential.js';
import { resolveDidKey } from '../did/did-key.js';
import type { JsonObject } from '../document/json.js';
import { fixture, fixtureText, haveFixtures, vectorContexts } from '../samples/fixtures.config.js';
import { withoutProof } from './proof.js';
import { eddsaRdfc2022 as suite } from './eddsa-rdfc-2022.js';

const vector = (name: string) => fixtureText(`di-vectors-eddsa/eddsa-rdfc-2022/${name}`);
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

(haveFixtures ? describe : describe.skip)('the test vectors of Data Integrity EdDSA Cryptosuites 1.0, appendix B.1', () => {
  const signed = haveFixtures ? fixture('di-vectors-eddsa/eddsa-rdfc-2022/signedDataInt.json') : {};
  const unsecured = withoutProof(signed);
  const { proofValue, ...options } = (signed.proof ?? {}) as JsonObject;
  const now = new Date('2026-11-24T09:30:00Z');
  const proofChecks = async (document: JsonObject) => {
    const checks = await verifyCredential(document, { now, resolveKey: resolveDidKey, contexts: vectorContexts() });
    return checks.filter(({ check }) => check === 'proof');
  };

  it('give the same bytes at every step', async () => {
    const contexts = vectorContexts();
    const documentHash = await suite.documentHash(unsecured, contexts);
    const configHash = await suite.configHash(options, unsecured, contexts);
    expect(`${await canonicalQuads(unsecured, contexts)}`.trim()).toBe(vector('canonDocDataInt.txt'));
    expect(hex(documentHash)).toBe(vector('docHashDataInt.txt'));
    expect(hex(configHash)).toBe(vector('proofHashDataInt.txt'));
    expect(hex(suite.hashData(configHash, documentHash))).toBe(vector('combinedHashDataInt.txt'));
    expect(suite.encodeProofValue(Buffer.from(vector('sigHexDataInt.txt'), 'hex'))).toBe(proofValue);
    expect(proofValue).toBe(vector('sigBTC58DataInt.txt'));
  });

  it('verify', async () => {
    expect(await proofChecks(signed)).toMatchObject([{ result: 'passed' }]);
  });

  it.each(['signedProofSet1', 'signedProofSet2', 'signedProofChain1', 'signedProofChain2'])('verify as sets and chains: %s', async (name) => {
    expect(await proofChecks(fixture(`di-vectors-eddsa/proof-set-chain/${name}.json`))).toMatchObject([{ result: 'passed' }]);
  });

  it('are refused when a proof of the chain is missing or altered', async () => {
    const chain = fixture('di-vectors-eddsa/proof-set-chain/signedProofChain2.json');
    const proofs = chain.proof as readonly JsonObject[];
    expect(await proofChecks({ ...chain, proof: proofs.slice(1) })).toMatchObject([{ result: 'failed', code: 'previous-proof-missing' }]);
    const later = proofs.map((proof, at) => (at === 0 ? { ...proof, created: '2023-02-24T23:36:39Z' } : proof));
    expect(await proofChecks({ ...chain, proof: later })).toMatchObject([{ result: 'failed', code: 'invalid-signature', pointer: '/proof/0' }]);
    const unlinked = proofs.slice(2).map(({ previousProof: _previousProof, ...proof }) => proof);
    expect(await proofChecks({ ...chain, proof: unlinked })).toMatchObject([{ result: 'failed', code: 'invalid-signature', pointer: '/proof/0' }]);
  });
});
