import { gunzipSync, gzipSync } from 'node:zlib';
import { base64urlnopad } from '@scure/base';
import { CredentialError } from '../credential-error.js';

/** Entries of a list: the fewest that hide one holder among enough others (Bitstring Status List 1.0 section 6.1). */
export const STATUS_LIST_LENGTH = 131_072;
/** How much a list may be unpacked, in bytes: enough for 32 million credentials. */
export const MAX_LIST_BYTES = 4 * 1024 * 1024;

/** A list of bits, bit 0 the left-most of the first byte (section 3.1.3). */
export class Bitstring {
  private constructor(private readonly bytes: Uint8Array) {}

  /** All bits clear; `length` is a multiple of eight, at least 131,072. */
  static empty(length: number = STATUS_LIST_LENGTH): Bitstring {
    return Bitstring.of(new Uint8Array(length / 8));
  }

  /** A list over a copy of these bytes, at least 16 KiB. Throws `short-status-list`. */
  static of(bytes: Uint8Array): Bitstring {
    if (bytes.length * 8 < STATUS_LIST_LENGTH) throw new CredentialError('short-status-list', `a status list has at least ${STATUS_LIST_LENGTH} entries`);
    return new Bitstring(Uint8Array.from(bytes));
  }

  /** Reads `u` + base64url(gzip(bits)) (section 3.3). Throws `invalid-status-list` for another form or more than 4 MiB, `short-status-list`. */
  static decode(encodedList: string): Bitstring {
    if (!encodedList.startsWith('u')) throw new CredentialError('invalid-status-list', 'an encoded list is multibase base64url: it starts with u');
    return Bitstring.of(unpack(encodedList.slice(1)));
  }

  get length(): number {
    return this.bytes.length * 8;
  }

  get(index: number): boolean {
    return (this.byte(index) & (0x80 >>> (index % 8))) !== 0;
  }

  /** The value of an entry of several bits, the left-most the highest; its place is the index times the size (section 3.2). */
  valueAt(index: number, size: number): number {
    return Array.from({ length: size }, (_, bit) => Number(this.get(index * size + bit))).reduce((value, bit) => value * 2 + bit, 0);
  }

  set(index: number, value: boolean): void {
    const bit = 0x80 >>> (index % 8);
    this.bytes[index >>> 3] = value ? this.byte(index) | bit : this.byte(index) & ~bit;
  }

  /** `u` + base64url(gzip(bits)), without padding (section 3.2). */
  encode(): string {
    return `u${base64urlnopad.encode(gzipSync(this.bytes))}`;
  }

  /** The bits as they are stored: a copy. */
  toBytes(): Uint8Array {
    return this.bytes.slice();
  }

  private byte(index: number): number {
    const byte = Number.isInteger(index) && index >= 0 ? this.bytes[index >>> 3] : undefined;
    if (byte === undefined) throw new CredentialError('status-index-out-of-range', `the list has no entry ${index}`);
    return byte;
  }
}

function unpack(text: string): Uint8Array {
  try {
    return gunzipSync(base64urlnopad.decode(text), { maxOutputLength: MAX_LIST_BYTES });
  } catch (cause) {
    throw new CredentialError('invalid-status-list', 'the encoded list is not gzip in base64url of at most 4 MiB', undefined, { cause });
  }
}
