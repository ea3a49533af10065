import type { VerifyOptions } from '../checks/verify-credential.js';
import type { TokenStatusList } from '../status-list/token-status-list.js';
import type { Fault } from '../words/fault.js';
import type { Message } from '../words/message.js';
import type { Published } from './published.js';

/** W3C's list of bits, verified and still packed: many lists may be held at once, and what takes a kilobyte may unpack to four megabytes. */
export interface BitstringList {
  readonly kind: 'bitstring';
  readonly issuer: string;
  readonly purposes: readonly string[];
  readonly encodedList: string;
  /** For how long a copy is good, in milliseconds from when it was asked for. */
  readonly ttl?: number;
}

/** The list of the IETF, verified. */
export interface TokenList {
  readonly kind: 'token';
  readonly issuer: string;
  readonly statuses: TokenStatusList;
  readonly ttl?: number;
}

/** The list of Open Badges 3.0 before it took over W3C's: ids of what was revoked, which nobody has signed. */
export interface RevocationList {
  readonly kind: 'revocations';
  readonly revoked: ReadonlyMap<string, { readonly reason?: string }>;
  readonly ttl?: undefined;
}

export type StatusList = BitstringList | TokenList | RevocationList;
export type StatusListKind = StatusList['kind'];

/** Reads and verifies what was published at a URL as a list, or says why it is none to rely on. */
export type OpenStatusList = (published: Published, url: string, options: VerifyOptions) => Promise<StatusList | Fault>;

/** What a list says of one credential: nothing against it, something to tell, or that it no longer stands. */
export type Finding = { readonly weight: 'none' } | { readonly weight: 'told' | 'suspended' | 'revoked'; readonly message: Message };

export const NOTHING: Finding = { weight: 'none' };
