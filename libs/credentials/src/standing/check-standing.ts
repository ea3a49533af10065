import { type Check, failed, passed, skipped, warned } from '../checks/check.js';
import { issuerId } from '../document/credential.js';
import type { OpenedCredential } from '../opening/opened-credential.js';
import { asMessage, fault, type Fault } from '../words/fault.js';
import { openBitstringList } from './bitstring-list.js';
import { isFault } from './published.js';
import { openRevocationList } from './revocation-list.js';
import { type StatusClaim, statusClaims } from './status-claim.js';
import type { Finding, OpenStatusList, StatusList, StatusListKind } from './status-list.js';
import { openTokenList } from './token-list.js';

/** How lists of each kind are read and verified. */
export const STATUS_LISTS: Readonly<Record<StatusListKind, OpenStatusList>> = { bitstring: openBitstringList, token: openTokenList, revocations: openRevocationList };

export interface StandingOptions {
  /** The list at a URL, read and verified by `STATUS_LISTS`, or why there is none. */
  readonly listAt: (url: string, kind: StatusListKind) => Promise<StatusList | Fault>;
  /** Whether the issuer of a credential has said that this other one may speak for it. */
  readonly speaksFor: (other: string, issuer: string) => Promise<boolean>;
}

/** More than any credential needs, few enough to ask for each. */
const MAX_ENTRIES = 8;

/** Weighs most first. */
const WEIGHTS = ['revoked', 'suspended', 'unknown', 'told'] as const;

type Told = { readonly weight: (typeof WEIGHTS)[number] | 'none'; readonly check: Check };

/**
 * Does a credential that is not ours still stand, by every place at which it says that its status is published? What cannot be
 * had, or is not to be relied on, is `status-unavailable`, never fine; what revokes weighs more than what cannot be known.
 */
export async function checkStanding(opened: OpenedCredential, options: StandingOptions): Promise<Check> {
  const claims = statusClaims(opened);
  if (claims.length === 0) return skipped('status', 'no-status');
  if (claims.length > MAX_ENTRIES) return unavailable(fault('status-too-many', { most: MAX_ENTRIES }), '/credentialStatus').check;
  const issuer = issuerId(opened.document);
  const told = await Promise.all(claims.map(async (claim) => (isFault(claim) ? unavailable(claim, claim.pointer) : toldBy(claim, await findingOf(claim, issuer, options)))));
  return WEIGHTS.map((weight) => told.find((each) => each.weight === weight)).find((each) => each)?.check ?? passed('status', 'still-stands');
}

async function findingOf(claim: StatusClaim, issuer: string | undefined, { listAt, speaksFor }: StandingOptions): Promise<Finding | Fault> {
  const list = await listAt(claim.url, claim.kind);
  if (isFault(list)) return list;
  const mayTell = list.kind === 'revocations' || list.issuer === issuer || (issuer !== undefined && (await speaksFor(list.issuer, issuer)));
  return mayTell ? claim.find(list) : fault('status-list-issuer', { found: 'issuer' in list ? list.issuer : '' });
}

function toldBy({ pointer }: StatusClaim, found: Finding | Fault): Told {
  if (isFault(found)) return unavailable(found, pointer);
  if (found.weight === 'none') return { weight: 'none', check: passed('status', 'still-stands') };
  const { code, params } = found.message;
  return { weight: found.weight, check: (found.weight === 'told' ? warned : failed)('status', code, params, pointer) };
}

const unavailable = (why: Fault, pointer: string): Told => ({ weight: 'unknown', check: failed('status', 'status-unavailable', { reason: asMessage(why) }, pointer) });
