import { decode, encode } from 'cborg';
import { deriveProof, type JsonObject } from '@laurel/credentials';
import { didOf, newSigner } from '../../stage/library.js';
import type { Stage } from '../../stage/stage.js';
import { accepted, refused, type Exhibit, type Verdict } from '../../verdicts/judged.js';
import { exhibit, forge, strangersDocument } from '../forge.js';

/** Two bytes of the suite, one of the kind, then the parts (Data Integrity ECDSA Cryptosuites 1.0 section 3.4.23). */
const HEADER = 3;
type Parts = [signature: Uint8Array, publicKey: Uint8Array, signatures: Uint8Array[], labels: Map<number, Uint8Array>, mandatory: number[]];

const invalid = refused('proof', 'invalid-proof-value');
const mismatch = refused('proof', 'disclosure-mismatch');
const changed = (bytes: Uint8Array, at = 0): Uint8Array => bytes.map((byte, index) => (index === at ? byte ^ 1 : byte));

/** A derived proof with one part that is not as it was signed. */
const PARTS: readonly (readonly [name: string, verdict: Verdict, change: (parts: Parts) => unknown[]])[] = [
  ['as it is', accepted, (parts) => parts],
  ['with another signature', refused('proof', 'invalid-signature'), ([first, ...rest]) => [changed(first, 40), ...rest]],
  ['with another signature of a statement', refused('proof', 'invalid-signature'), ([a, b, [first = new Uint8Array(), ...others], d, e]) => [a, b, [changed(first, 40), ...others], d, e]],
  ['with one signature more', mismatch, ([a, b, signatures, d, e]) => [a, b, [...signatures, ...signatures.slice(-1)], d, e]],
  ['with a key of another kind', invalid, ([a, b, ...rest]) => [a, changed(b, 0), ...rest]],
  ['with a key off its curve', invalid, ([a, b, ...rest]) => [a, b.map((byte, at) => (at > 2 ? 0xff : byte)), ...rest]],
  ['with indexes in another order', mismatch, ([a, b, c, d, indexes]) => [a, b, c, d, [...indexes].reverse()]],
  ['with an index twice', mismatch, ([a, b, c, d, indexes]) => [a, b, c, d, [...indexes.slice(0, 1), ...indexes]]],
  ['with an index of nothing', mismatch, ([a, b, c, d, indexes]) => [a, b, c, d, [...indexes, 9_999]]],
  ['with one label less', mismatch, ([a, b, c, labels, e]) => [a, b, c, new Map([...labels].slice(1)), e]],
  ['with one label more', mismatch, ([a, b, c, labels, e]) => [a, b, c, new Map([...labels, [9_999, new Uint8Array(32)]]), e]],
  ['with a label twice', mismatch, ([a, b, c, labels, e]) => [a, b, c, new Map([...labels].map(([at]) => [at, [...labels.values()][0] ?? new Uint8Array(32)])), e]],
  ['with a part that is a word', invalid, ([, ...rest]) => ['word', ...rest]],
  ['with a part less', invalid, (parts) => parts.slice(0, 4)],
];

/** ecdsa-sd-2023: base proofs that should not have left their holders, and derived ones that were changed. */
export async function disclosures(stage: Stage): Promise<Exhibit[]> {
  const [signer, other] = [newSigner('P-256'), newSigner('Ed25519')];
  const base = await forge(strangersDocument(stage, didOf(signer)), signer, 'ecdsa-sd-2023');
  const derived = await deriveProof(base, { selectivePointers: ['/id', '/name', '/awardedDate', '/credentialSubject', '/evidence'] });
  const proof = derived.proof as JsonObject & { readonly proofValue: string };
  const bytes = Buffer.from(proof.proofValue.slice(1), 'base64url');
  const parts = decode(bytes.subarray(HEADER), { useMaps: true }) as Parts;
  const withBytes = (value: Uint8Array, base64 = 'u'): JsonObject => ({ ...derived, proof: { ...proof, proofValue: `${base64}${Buffer.from(value).toString('base64url')}` } });
  const of = (name: string, sent: JsonObject, verdict: Verdict) => exhibit(`disclosure: ${name}`, sent, verdict);
  return [
    of('a base proof', base, refused('proof', 'base-proof')),
    ...PARTS.map(([name, verdict, change]) => of(name, withBytes(Buffer.concat([bytes.subarray(0, HEADER), encode(change([...parts]))])), verdict)),
    ...[0, 1, 2].map((at) => of(`with another byte ${at}`, withBytes(changed(bytes, at).map((byte, index) => (at === 2 && index === 2 ? 7 : byte))), invalid)),
    of('in another base', withBytes(bytes, 'z'), invalid),
    of('with something behind', withBytes(Buffer.concat([bytes, Buffer.of(0)])), invalid),
    of('under another kind of key', { ...derived, issuer: didOf(other), proof: { ...proof, verificationMethod: other.verificationMethod } }, refused('proof', 'wrong-key-type')),
  ];
}

