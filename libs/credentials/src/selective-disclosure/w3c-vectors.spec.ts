import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { HashedDocument } from '../canonical/hashed-document.js';
import { bundledContexts } from '../contexts/bundled-contexts.js';
import type { ContextSet } from '../contexts/context-set.js';
import { canonicalJson } from '../document/canonical-json.js';
import type { JsonObject } from '../document/json.js';
import { decodeMultikey } from '../keys/multikey.js';
import { verifySignature } from '../keys/signature.js';
import { withoutProof } from '../proof/proof.js';
import { fixture, haveFixture } from '../samples/fixtures.config.js';
import { hmacLabels, signData } from './create-proof.js';
import { deriveProof } from './derive-proof.js';
import { ecdsaSd2023 } from './ecdsa-sd-2023.js';
import { decodeProofValue, encodeProofValue } from './proof-value.js';
import { DisclosableDocument } from './statements.js';

const folder = 'di-vectors-ecdsa/ecdsa-sd-2023';
const citizenship = 'contexts/citizenship-v4rc1.jsonld';
const haveVectors = haveFixture(folder, citizenship);

/** The context that these vectors use and no product should. */
function vectorContexts(): ContextSet {
  const document = fixture(citizenship);
  return bundledContexts.with([{ url: 'https://w3id.org/citizenship/v4rc1', document, sha256: createHash('sha256').update(canonicalJson(document)).digest('hex') }]);
}

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const Lines = z.object({ value: z.array(z.tuple([z.int(), z.string()])).transform((entries) => entries.map(([, line]) => line)) });
const lines = (group: unknown) => Lines.parse(group).value;

(haveVectors ? describe : describe.skip).each([['employ', 'employSelective'], ['prc', 'prCredSelective']])('the test vectors of Data Integrity ECDSA Cryptosuites 1.0, appendix A.7: %s', (name, selective) => {
  const vector = (step: string) => fixture(`${folder}/${name}/${step}.json`);
  const contexts = haveVectors ? vectorContexts() : bundledContexts;
  const signed = haveVectors ? vector('addSignedSDBase') : {};
  const proof = (signed.proof ?? {}) as JsonObject;
  const base = decodeProofValue(proof.proofValue);
  const unsecured = new HashedDocument(withoutProof(signed), contexts);

  it('give the same statements, groups and bytes at every step of a base proof', async () => {
    if (base?.kind !== 'base') throw new Error('not a base proof');
    const document = await DisclosableDocument.of(unsecured.document, hmacLabels(base.hmacKey), contexts);
    const { statements: mandatory } = await document.part(base.mandatoryPointers);
    const optional = document.statements.filter((statement) => !mandatory.has(statement));
    const { mandatory: mandatoryLines, nonMandatory } = vector('addBaseTransform');
    expect(document.statements).toEqual(vector('addBaseDocHMACCanon'));
    expect([...mandatory]).toEqual(lines(mandatoryLines));
    expect(optional).toEqual(lines(nonMandatory));

    const { proofHash, mandatoryHash } = vector('addHashData');
    const signing = await signData(proof, unsecured, base.publicKey, [...mandatory]);
    expect(hex(signing)).toBe(`${String(proofHash)}${hex(base.publicKey)}${String(mandatoryHash)}`);

    const raw = vector('addRawBaseSignatureInfo');
    expect(base).toMatchObject({ mandatoryPointers: raw.mandatoryPointers });
    expect(base.signatures.map(hex)).toEqual(raw.signatures);
    expect(hex(base.baseSignature)).toBe(raw.baseSignature);
    expect(encodeProofValue(base)).toBe(proof.proofValue);
    const statementKey = decodeMultikey(String(raw.publicKey));
    expect(optional.every((statement, at) => verifySignature(statementKey, Buffer.from(statement), base.signatures[at] ?? new Uint8Array()))).toBe(true);
  });

  it('give the same document and proof when a part is told', async () => {
    const selectivePointers = z.array(z.string()).parse(fixture(`di-vectors-ecdsa/${selective}.json`));
    expect(await deriveProof(signed, { selectivePointers, contexts })).toEqual(vector('derivedRevealDocument'));
  });

  it('verify, and not for another key', async () => {
    const { proof: derived, ...document } = vector('derivedRevealDocument') as JsonObject & { proof: JsonObject };
    const publicKey = decodeMultikey(String(derived.verificationMethod).split('#')[1] ?? '');
    const proven = { unsecured: new HashedDocument(document, contexts), proof: derived, publicKey };
    expect(await ecdsaSd2023.verify(proven)).toBeUndefined();
    expect(await ecdsaSd2023.verify({ ...proven, publicKey: decodeMultikey(String(vector('addRawBaseSignatureInfo').publicKey)) })).toMatchObject({ code: 'invalid-signature' });
  });
});
