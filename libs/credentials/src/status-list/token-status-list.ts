import { deflateSync, inflateSync } from 'node:zlib';
import { z } from 'zod';
import { CredentialError } from '../credential-error.js';
import { isObject, type Json, type JsonObject } from '../document/json.js';
import { base64url, readBase64url } from '../jose/base64url.js';
import type { Bitstring } from './bitstring.js';

const MAX_BYTES = 4 * 1024 * 1024;
const BITS = [1, 2, 4, 8] as const;
export type BitsPerStatus = (typeof BITS)[number];

/** Token Status List section 7.1: what a value of two bits means. */
export const TOKEN_STATUS = { valid: 0, invalid: 1, suspended: 2 } as const;

/** Where the status of a token stands: `status.status_list` of its claims (section 6.2). */
export const StatusListReference = z.object({ idx: z.number().int().min(0).max(2 ** 31), uri: z.url() });
export type StatusListReference = z.infer<typeof StatusListReference>;

/** The place that the claims of a token name; undefined if they name none, or in another form. */
export function statusReferenceOf({ status }: JsonObject): StatusListReference | undefined {
  const read = StatusListReference.safeParse(isObject(status) ? status.status_list : undefined);
  return read.success ? read.data : undefined;
}

/** A list of statuses of 1, 2, 4 or 8 bits, the first in the lowest bits of the first byte (Token Status List section 4.1). */
export class TokenStatusList {
  private constructor(
    readonly bits: BitsPerStatus,
    private readonly bytes: Uint8Array,
  ) {}

  /** The same statuses as two lists of W3C's: revoked is invalid, whether or not it is suspended too. */
  static of({ revocation, suspension }: { readonly revocation: Bitstring; readonly suspension: Bitstring }): TokenStatusList {
    const [revoked, suspended] = [revocation.toBytes(), suspension.toBytes()];
    if (revoked.length !== suspended.length) throw invalid('the two lists are not of one length');
    const bytes = new Uint8Array(revoked.length * 2);
    revoked.forEach((byte, at) => {
      const pairs = (SPREAD[byte] ?? 0) | ((SPREAD[(suspended[at] ?? 0) & ~byte] ?? 0) << 1);
      bytes[at * 2] = pairs;
      bytes[at * 2 + 1] = pairs >>> 8;
    });
    return new TokenStatusList(2, bytes);
  }

  /** Reads a `status_list` claim (section 4.2). Throws `invalid-status-list` for another form or more than 4 MiB. */
  static decode(claim: Json | undefined): TokenStatusList {
    const bits = isObject(claim) ? BITS.find((each) => each === claim.bits) : undefined;
    const packed = isObject(claim) && typeof claim.lst === 'string' ? readBase64url(claim.lst) : undefined;
    if (!bits || !packed) throw invalid('a status list has bits of 1, 2, 4 or 8, and lst in base64url');
    try {
      return new TokenStatusList(bits, inflateSync(packed, { maxOutputLength: MAX_BYTES }));
    } catch (cause) {
      throw invalid('lst is not zlib of at most 4 MiB', cause);
    }
  }

  /** The `status_list` claim. */
  encode(): { readonly bits: BitsPerStatus; readonly lst: string } {
    return { bits: this.bits, lst: base64url(deflateSync(this.bytes, { level: 9 })) };
  }

  get length(): number {
    return (this.bytes.length * 8) / this.bits;
  }

  /** The status at an index. Throws `status-index-out-of-range`. */
  get(index: number): number {
    const byte = Number.isInteger(index) && index >= 0 ? this.bytes[Math.floor((index * this.bits) / 8)] : undefined;
    if (byte === undefined) throw new CredentialError('status-index-out-of-range', `the list has no entry ${index}`);
    return (byte >>> ((index * this.bits) % 8)) & ((1 << this.bits) - 1);
  }
}

/** For each byte its bits, the left-most first, two apart from the lowest on. */
const SPREAD = Uint16Array.from({ length: 256 }, (_, byte) => [...Array(8).keys()].reduce((pairs, bit) => pairs | (((byte >>> (7 - bit)) & 1) << (2 * bit)), 0));

const invalid = (detail: string, cause?: unknown): CredentialError => new CredentialError('invalid-status-list', detail, undefined, { cause });
