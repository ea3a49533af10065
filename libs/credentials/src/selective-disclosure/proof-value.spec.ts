import { beforeAll, describe, expect, it } from '@jest/globals';
import { encode } from 'cborg';
import type { JsonObject } from '../document/json.js';
import { decodeBase64url, encodeBase64url } from '../keys/multibase.js';
import { disclosureSamples, verdict, withBaseProof } from '../samples/disclosure-samples.js';
import { deriveProof } from './derive-proof.js';
import { type BaseProofValue, decodeProofValue, type DerivedProofValue, encodeProofValue } from './proof-value.js';

const bytes = (length: number, fill = 7) => new Uint8Array(length).fill(fill);
const base = { kind: 'base', baseSignature: bytes(64), publicKey: bytes(35), hmacKey: bytes(32), signatures: [bytes(64), bytes(64)], mandatoryPointers: ['/issuer'] } as const satisfies BaseProofValue;
const derived = { kind: 'derived', baseSignature: bytes(64), publicKey: bytes(35), signatures: [bytes(64)], labels: new Map([[0, bytes(32)]]), mandatoryIndexes: [0, 2] } as const satisfies DerivedProofValue;
const [BASE, DERIVED] = [[0xd9, 0x5d, 0x00], [0xd9, 0x5d, 0x01]];

const hex = (text: string) => Buffer.from(text, 'hex');
const text = (header: readonly number[], payload: Uint8Array) => encodeBase64url(Buffer.concat([Uint8Array.from(header), payload]));
const parts = (...components: unknown[]) => encode(components);
const [s, k, d] = [bytes(64), bytes(35), bytes(32)];

describe('a proof value', () => {
  it.each([base, derived])('is read as it was written: %j', (value) => {
    expect(decodeProofValue(encodeProofValue(value))).toEqual(value);
  });

  it.each([
    ['no text', 7],
    ['another base', `z${encodeProofValue(derived).slice(1)}`],
    ['padding', `${encodeProofValue(derived)}=`],
    ['nothing', 'u'],
    ['a header alone', text(DERIVED, bytes(0))],
    ['another header', text([0xd9, 0x5d, 0x02], parts(s, k, [s], new Map(), []))],
    ['another tag', text([0xd9, 0x5c, 0x01], parts(s, k, [s], new Map(), []))],
    ['components of the other kind', text(BASE, parts(s, k, [s], new Map(), []))],
    ['no list', text(DERIVED, encode(new Map([[0, s]])))],
    ['four components', text(DERIVED, parts(s, k, [s], new Map()))],
    ['six components', text(DERIVED, parts(s, k, [s], new Map(), [], []))],
    ['a byte too many', text(DERIVED, Buffer.concat([parts(s, k, [s], new Map(), []), bytes(1, 0)]))],
    ['a byte too few', text(DERIVED, parts(s, k, [s], new Map(), [1]).slice(0, -1))],
    ['a short base signature', text(DERIVED, parts(bytes(63), k, [s], new Map(), []))],
    ['a short key', text(DERIVED, parts(s, bytes(34), [s], new Map(), []))],
    ['a long signature', text(DERIVED, parts(s, k, [bytes(65)], new Map(), []))],
    ['text for bytes', text(DERIVED, parts('s'.repeat(64), k, [s], new Map(), []))],
    ['tagged bytes', text(DERIVED, Buffer.concat([hex('85d840'), encode(s), encode(k), hex('80a080')]))],
    ['a list without end', text(DERIVED, Buffer.concat([hex('9f'), encode(s), encode(k), hex('80a080ff')]))],
    ['a number longer than needed', text(DERIVED, Buffer.concat([hex('85'), encode(s), encode(k), hex('80a0811801')]))],
    ['the same label twice', text(DERIVED, Buffer.concat([hex('85'), encode(s), encode(k), hex('80a200'), encode(d), hex('00'), encode(d), hex('80')]))],
    ['a label that is no number', text(DERIVED, parts(s, k, [s], new Map([['c14n0', d]]), []))],
    ['a label below zero', text(DERIVED, parts(s, k, [s], new Map([[-1, d]]), []))],
    ['a short label', text(DERIVED, parts(s, k, [s], new Map([[0, bytes(31)]]), []))],
    ['an index below zero', text(DERIVED, parts(s, k, [s], new Map(), [-1]))],
    ['an index that is no integer', text(DERIVED, parts(s, k, [s], new Map(), [0.5]))],
    ['an index that is no number', text(DERIVED, parts(s, k, [s], new Map(), ['0']))],
    ['a short key of labels', text(BASE, parts(s, k, bytes(31), [s], []))],
    ['a pointer that is no text', text(BASE, parts(s, k, d, [s], [0]))],
  ])('is not read with %s', (_what, value) => {
    expect(decodeProofValue(value)).toBeUndefined();
  });
});

describe('a derived proof is refused with', () => {
  let credential: JsonObject & { proof: JsonObject };
  let value: DerivedProofValue;
  beforeAll(async () => {
    const [, document = {}] = disclosureSamples.find(([name]) => name === 'twins') ?? [];
    credential = (await deriveProof(await withBaseProof(document), { selectivePointers: ['/evidence', '/name'] })) as typeof credential;
    const read = decodeProofValue(credential.proof.proofValue);
    if (read?.kind === 'derived') value = read;
  });
  const withValue = (proofValue: string) => verdict({ ...credential, proof: { ...credential.proof, proofValue } });

  it('nothing changed, not at all', async () => {
    expect(await withValue(encodeProofValue(value))).toBe('verified');
    expect([value.labels.size, value.signatures.length, value.mandatoryIndexes.length]).toEqual([6, 14, 14]);
  });

  const [first, second] = [0, 1];
  it.each<[string, string, (value: DerivedProofValue) => Partial<DerivedProofValue>]>([
    ['another base signature', 'invalid-signature', () => ({ baseSignature: bytes(64) })],
    ['a key off its curve', 'invalid-proof-value', () => ({ publicKey: Uint8Array.of(0x80, 0x24, 2, ...bytes(32, 0xff)) })],
    ['a key of another kind', 'invalid-proof-value', () => ({ publicKey: Uint8Array.of(0xed, 0x01, ...bytes(33)) })],
    ['a signature missing', 'disclosure-mismatch', ({ signatures }) => ({ signatures: signatures.slice(1) })],
    ['a signature left over', 'disclosure-mismatch', ({ signatures }) => ({ signatures: [...signatures, bytes(64)] })],
    ['signatures in another order', 'invalid-signature', ({ signatures }) => ({ signatures: signatures.toReversed() })],
    ['another signature', 'invalid-signature', ({ signatures }) => ({ signatures: signatures.with(-1, bytes(64)) })],
    ['an index missing', 'disclosure-mismatch', ({ mandatoryIndexes }) => ({ mandatoryIndexes: mandatoryIndexes.slice(1) })],
    ['an index past the end', 'disclosure-mismatch', ({ mandatoryIndexes }) => ({ mandatoryIndexes: [...mandatoryIndexes.slice(1), 30] })],
    ['an index twice', 'disclosure-mismatch', ({ mandatoryIndexes }) => ({ mandatoryIndexes: [...mandatoryIndexes, ...mandatoryIndexes.slice(-1)] })],
    ['indexes in another order', 'disclosure-mismatch', ({ mandatoryIndexes }) => ({ mandatoryIndexes: mandatoryIndexes.toReversed() })],
    ['a statement said to be one that may not be left out', 'invalid-signature', ({ mandatoryIndexes: known, signatures }) => ({ mandatoryIndexes: [...known, [...Array(28).keys()].findIndex((at) => !known.includes(at))].sort((a, b) => a - b), signatures: signatures.slice(1) })],
    ['a label missing', 'disclosure-mismatch', ({ labels }) => ({ labels: new Map([...labels].slice(1)) })],
    ['a label left over', 'disclosure-mismatch', ({ labels }) => ({ labels: new Map([...labels, [labels.size, bytes(32)]]) })],
    ['one label for two nodes', 'disclosure-mismatch', ({ labels }) => ({ labels: new Map([...labels, [first, labels.get(second) ?? bytes(32)]]) })],
    ['another label', 'invalid-signature', ({ labels }) => ({ labels: new Map([...labels, [first, bytes(32)]]) })],
    ['labels exchanged', 'invalid-signature', ({ labels }) => ({ labels: new Map([...labels].map(([number]) => [number, labels.get(labels.size - 1 - number) ?? bytes(32)])) })],
  ])('%s: %s', async (_what, code, change) => {
    expect(await withValue(encodeProofValue({ ...value, ...change(value) }))).toBe(code);
  });

  it('any byte altered', async () => {
    const encoded = decodeBase64url(String(credential.proof.proofValue)) ?? bytes(0);
    const verdicts = new Set<string>();
    for (const at of encoded.keys()) verdicts.add(await withValue(encodeBase64url(Uint8Array.from(encoded).fill((encoded[at] ?? 0) ^ 1, at, at + 1))));
    expect([...verdicts].sort()).toEqual(['disclosure-mismatch', 'invalid-proof-value', 'invalid-signature']);
  });

  it('another member of the proof altered', async () => {
    const changes: readonly JsonObject[] = [{ created: '2026-11-24T09:30:01Z' }, { proofPurpose: 'authentication' }, { expires: '2036-11-24T09:30:01Z' }];
    for (const change of changes) {
      expect(await verdict({ ...credential, proof: { ...credential.proof, ...change } })).toBe('invalid-signature');
    }
  });
});
