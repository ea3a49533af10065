import type { ProofOutcome } from '../checks/proofs.js';
import { CredentialError } from '../credential-error.js';
import { given } from '../jose/claims.js';
import { readJwt, signJwt, type TokenContext, type TokenTypes, typeFault, verifyJwt } from '../jose/jwt.js';
import type { Signer } from '../keys/signature.js';
import { fault, type Fault } from '../words/fault.js';
import { TokenStatusList } from './token-status-list.js';

const TYPES: TokenTypes = { typ: ['statuslist+jwt'] };

export interface TokenStatusListFacts {
  /** URL at which the list is served; the `uri` of its entries. */
  readonly uri: string;
  /** DID of the issuer. */
  readonly issuer: string;
  readonly list: TokenStatusList;
  readonly issuedAt: Date;
  readonly expires?: Date;
  /** For how long it may be kept, in seconds. */
  readonly ttl?: number;
}

/** A Status List Token (Token Status List section 5.1). Throws `signature-mismatch`. */
export function signTokenStatusList({ uri, issuer, list, issuedAt, expires, ttl }: TokenStatusListFacts, signer: Signer): Promise<string> {
  const [iat, exp] = [issuedAt, expires].map((instant) => instant && Math.floor(instant.getTime() / 1_000));
  return signJwt({ typ: TYPES.typ[0] }, given({ iss: issuer, sub: uri, iat, exp, ttl, status_list: list.encode() }), signer);
}

/** What came of a list: who signed it, what is wrong with it, and the statuses if nothing is. */
export interface StatusListOutcome extends ProofOutcome {
  readonly list?: TokenStatusList;
  /** Until when it may be kept, from `exp` and `ttl`. */
  readonly keepUntil?: Date;
}

/**
 * Reads and verifies the list that was fetched from `uri` (Token Status List section 8.3). That `controller` may speak for the
 * credential's issuer is for the caller to say. Throws `invalid-token` for what is no token.
 */
export async function openTokenStatusList(text: string, uri: string, { now, resolveKey }: Omit<TokenContext, 'expected'>): Promise<StatusListOutcome> {
  const jwt = readJwt(text);
  const { sub, iat, exp, ttl } = jwt.claims;
  const wrong = [typeFault(jwt.header, TYPES), iat === undefined ? fault('invalid-claim', { claim: 'iat' }) : undefined, sub === uri ? undefined : fault('wrong-token', { found: String(sub ?? 'nothing'), wanted: uri })];
  if (ttl !== undefined && !(typeof ttl === 'number' && ttl > 0)) wrong.push(fault('invalid-claim', { claim: 'ttl' }));
  const read = listIn(jwt.claims.status_list);
  const faults = [...wrong, read instanceof TokenStatusList ? undefined : read].filter((each) => each !== undefined);
  const outcome = await verifyJwt({ ...jwt, faults }, { now, resolveKey, expected: { purpose: 'assertionMethod' } });
  if (outcome.fault || !(read instanceof TokenStatusList)) return outcome;
  const ends = [...(typeof exp === 'number' ? [exp * 1_000] : []), ...(typeof ttl === 'number' ? [now.getTime() + ttl * 1_000] : [])];
  return { ...outcome, list: read, ...(ends.length > 0 && { keepUntil: new Date(Math.min(...ends, 8.64e15)) }) };
}

function listIn(claim: Parameters<typeof TokenStatusList.decode>[0]): TokenStatusList | Fault {
  try {
    return TokenStatusList.decode(claim);
  } catch (error) {
    if (error instanceof CredentialError) return fault('invalid-claim', { claim: 'status_list' });
    throw error;
  }
}
