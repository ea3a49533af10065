import { decode, encode } from 'cborg';
import { z } from 'zod';
import { decodeBase64url, encodeBase64url } from '../keys/multibase.js';
import { SIGNATURE_BYTES } from '../keys/signature.js';

/** The first bytes of a proof value: a CBOR tag of this suite's own, then what it is (sections 3.4.18 and 3.4.23). */
const HEADER = [0xd9, 0x5d] as const;
const KINDS = ['base', 'derived'] as const;

const bytes = (length: number) => z.instanceof(Uint8Array).refine((value) => value.length === length);
const signature = bytes(SIGNATURE_BYTES['P-256']);
/** A Multikey of P-256 without its base: two bytes of prefix, 33 of a compressed point. */
const publicKey = bytes(35);
const digest = bytes(32);

const BaseComponents = z.tuple([signature, publicKey, digest, z.array(signature), z.array(z.string())]);
const DerivedComponents = z.tuple([signature, publicKey, z.array(signature), z.map(z.int().min(0), digest), z.array(z.int().min(0))]);

/** What the holder gets: enough to tell any part of the document. */
export interface BaseProofValue {
  readonly kind: 'base';
  readonly baseSignature: Uint8Array;
  /** Of the key that signed each statement and nothing else. */
  readonly publicKey: Uint8Array;
  readonly hmacKey: Uint8Array;
  /** One for each statement that may be left out, in order. */
  readonly signatures: readonly Uint8Array[];
  readonly mandatoryPointers: readonly string[];
}

/** What a verifier gets. */
export interface DerivedProofValue {
  readonly kind: 'derived';
  readonly baseSignature: Uint8Array;
  readonly publicKey: Uint8Array;
  /** One for each statement that might have been left out and was not, in order. */
  readonly signatures: readonly Uint8Array[];
  /** From the number of a canonical label (`0` of `c14n0`) to the digest in the label that was signed. */
  readonly labels: ReadonlyMap<number, Uint8Array>;
  /** Which of the statements that are told may not be left out, ascending. */
  readonly mandatoryIndexes: readonly number[];
}

export function encodeProofValue(value: BaseProofValue | DerivedProofValue): string {
  const [first, second] = [value.baseSignature, value.publicKey];
  const components =
    value.kind === 'base'
      ? [first, second, value.hmacKey, value.signatures, value.mandatoryPointers]
      : [first, second, value.signatures, value.labels, value.mandatoryIndexes];
  return encodeBase64url(Buffer.concat([Uint8Array.of(...HEADER, KINDS.indexOf(value.kind)), encode(components)]));
}

/** Undefined for anything that is not exactly in this form: another base, header, number, type or length, CBOR tags, bytes left over. */
export function decodeProofValue(text: unknown): BaseProofValue | DerivedProofValue | undefined {
  const value = typeof text === 'string' ? decodeBase64url(text) : undefined;
  const kind = KINDS[value?.[HEADER.length] ?? -1];
  if (!value || !kind || !HEADER.every((byte, at) => value[at] === byte)) return undefined;
  const components = cbor(value.subarray(HEADER.length + 1));
  if (kind === 'base') {
    const { data } = BaseComponents.safeParse(components);
    return data && { kind, baseSignature: data[0], publicKey: data[1], hmacKey: data[2], signatures: data[3], mandatoryPointers: data[4] };
  }
  const { data } = DerivedComponents.safeParse(components);
  return data && { kind, baseSignature: data[0], publicKey: data[1], signatures: data[2], labels: data[3], mandatoryIndexes: data[4] };
}

function cbor(bytesOf: Uint8Array): unknown {
  try {
    return decode(bytesOf, { useMaps: true, strict: true, allowIndefinite: false, rejectDuplicateMapKeys: true });
  } catch {
    return undefined;
  }
}
