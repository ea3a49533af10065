import { describe, expect, it } from '@jest/globals';
import { canonicalQuads } from '../../canonical/canonicalize.js';
import { HashedDocument } from '../../canonical/hashed-document.js';
import { verifyCredential } from '../../checks/verify-credential.js';
import { openCredential } from '../../opening/open-credential.js';
import { resolveOffline } from '../../did/resolve-offline.js';
import { canonicalJson } from '../../document/canonical-json.js';
import type { JsonObject } from '../../document/json.js';
import { decodeBase58btc } from '../../keys/multibase.js';
import { decodeMultikey } from '../../keys/multikey.js';
import type { SigningKeyType } from '../../keys/public-key.js';
import { fixture, fixtureText, haveFixtures, vectorContexts } from '../../samples/fixtures.config.js';
import { withoutProof } from '../proof.js';
import { ecdsaJcs2019 } from './ecdsa-jcs-2019.js';
import { ecdsaRdfc2019 } from './ecdsa-rdfc-2019.js';
import { ed25519Signature2020 } from './ed25519-signature-2020.js';
import { eddsaJcs2022 } from './eddsa-jcs-2022.js';
import { eddsaRdfc2022 } from './eddsa-rdfc-2022.js';
import type { HashAndSign } from './hash-and-sign.js';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const now = new Date('2026-11-24T09:30:00Z');
const checkProof = async (document: JsonObject) => {
  const checks = await verifyCredential(openCredential(document), { now, resolveKey: resolveOffline, contexts: haveFixtures ? vectorContexts() : undefined });
  return checks.find(({ check }) => check === 'proof');
};
const describeVectors = haveFixtures ? describe : describe.skip;

describeVectors.each<[string, string, SigningKeyType, HashAndSign]>([
  ['di-vectors-eddsa/eddsa-rdfc-2022', 'DataInt', 'Ed25519', eddsaRdfc2022],
  ['di-vectors-eddsa/Ed25519Signature2020', 'EdSig', 'Ed25519', ed25519Signature2020],
  ['di-vectors-eddsa/eddsa-jcs-2022', 'JCS', 'Ed25519', eddsaJcs2022],
  ['di-vectors-ecdsa/ecdsa-rdfc-2019-p256', 'ECDSAP256', 'P-256', ecdsaRdfc2019],
  ['di-vectors-ecdsa/ecdsa-rdfc-2019-p384', 'ECDSAP384', 'P-384', ecdsaRdfc2019],
  ['di-vectors-ecdsa/ecdsa-jcs-2019-p256', 'JCSECDSAP256', 'P-256', ecdsaJcs2019],
  ['di-vectors-ecdsa/ecdsa-jcs-2019-p384', 'JCSECDSAP384', 'P-384', ecdsaJcs2019],
])('the W3C vectors %s', (folder, suffix, type, suite) => {
  const vector = (name: string) => fixtureText(`${folder}/${name}${suffix}.txt`);
  const signed = haveFixtures ? fixture(`${folder}/signed${suffix}.json`) : {};
  const proof = (signed.proof ?? {}) as JsonObject;

  it('give the same bytes at every step', async () => {
    const canonical = async (document: JsonObject) => (suite.name.includes('jcs') ? canonicalJson(document) : (await canonicalQuads(document, vectorContexts(), type === 'P-384' ? 'sha384' : 'sha256')).trim());
    const unsecured = new HashedDocument(withoutProof(signed), vectorContexts());
    expect(await canonical(unsecured.document)).toBe(vector('canonDoc'));
    expect(await canonical(fixture(`${folder}/proofConfig${suffix}.json`))).toBe(vector('proofCanon'));
    const hashes = hex(await suite.hashData(proof, unsecured, type));
    expect(hashes).toBe(vector('proofHash') + vector('docHash'));
    expect(hashes).toBe(vector('combinedHash'));
    expect(proof.proofValue).toBe(vector('sigBTC58'));
    expect(hex(decodeBase58btc(vector('sigBTC58')) ?? new Uint8Array())).toBe(vector('sigHex'));
  });

  it('verify, and not when anything is changed', async () => {
    expect(await checkProof(signed)).toMatchObject({ result: 'passed' });
    expect(await checkProof({ ...signed, name: 'Another name' })).toMatchObject({ code: 'invalid-signature' });
    expect(await checkProof({ ...signed, proof: { ...proof, created: '2023-02-24T23:36:39Z' } })).toMatchObject({ code: 'invalid-signature' });
    expect(await checkProof({ ...signed, proof: { ...proof, proofValue: `${String(proof.proofValue)}1` } })).toMatchObject({ code: 'invalid-proof-value' });
  });
});

describeVectors('the W3C vectors of sets and chains', () => {
  const chain = haveFixtures ? fixture('di-vectors-eddsa/proof-set-chain/signedProofChain2.json') : {};
  const proofs = (chain.proof ?? []) as readonly JsonObject[];

  it.each(['signedProofSet1', 'signedProofSet2', 'signedProofChain1', 'signedProofChain2'])('verify: %s', async (name) => {
    expect(await checkProof(fixture(`di-vectors-eddsa/proof-set-chain/${name}.json`))).toMatchObject({ result: 'passed' });
  });

  it.each([['proofSetConfig', 1, 'unsigned'], ['proofSetConfig', 2, 'unsigned'], ['proofChainConfig', 1, 'proofChainTempDoc1'], ['proofChainConfig', 2, 'proofChainTempDoc2']])('verify: the proof %sSigned%d, over %s', async (config, at, document) => {
    const read = (name: string) => fixture(`di-vectors-eddsa/proof-set-chain/${name}.json`);
    const proof = read(`${config}Signed${at}`);
    const { proofValue: _proofValue, ...options } = proof;
    const publicKey = decodeMultikey(String(proof.verificationMethod).split('#')[1] ?? '');
    expect(options).toEqual(read(`${config}${at}`));
    expect(await eddsaRdfc2022.verify({ unsecured: new HashedDocument(read(document), vectorContexts()), proof, publicKey })).toBeUndefined();
  });

  it('are refused when a proof of the chain is missing or altered', async () => {
    expect(await checkProof({ ...chain, proof: proofs.slice(1) })).toMatchObject({ result: 'failed', code: 'previous-proof-missing' });
    const later = proofs.map((proof, at) => (at === 0 ? { ...proof, created: '2023-02-24T23:36:39Z' } : proof));
    expect(await checkProof({ ...chain, proof: later })).toMatchObject({ result: 'failed', code: 'invalid-signature', pointer: '/proof/0' });
    const unlinked = proofs.slice(2).map(({ previousProof: _previousProof, ...proof }) => proof);
    expect(await checkProof({ ...chain, proof: unlinked })).toMatchObject({ result: 'failed', code: 'invalid-signature', pointer: '/proof/0' });
  });

  it('are refused when the chain leads round or its ids are not unique', async () => {
    const [first, ...rest] = proofs;
    const last = String(rest.at(-1)?.id ?? 'urn:uuid:last');
    const round = [{ ...first, previousProof: last }, ...rest.map((proof, at) => (at === rest.length - 1 ? { ...proof, id: last, previousProof: first?.id ?? '' } : proof))];
    expect(await checkProof({ ...chain, proof: round })).toMatchObject({ code: 'previous-proof-circle' });
    expect(await checkProof({ ...chain, proof: [...proofs, first ?? {}] })).toMatchObject({ code: 'repeated-proof-id' });
  });
});
