import type { Check } from '@laurel/credentials';
import type { KnownCredential } from '../credentials/known-credential.js';
import { changeOf } from '../checks/check-status.js';

const PROVES = new Set(['structure', 'contexts', 'proof', 'issuer-binding']);

/** Whether the issuer really said what stands there; until then nothing of it is worth repeating. */
export const isGenuine = (checks: readonly Check[]): boolean => checks.every(({ check, result }) => result !== 'failed' || !PROVES.has(check));

export const isUnrecognised = (checks: readonly Check[]): boolean => checks.some(({ code }) => code === 'issuer-not-recognised');

interface Said {
  /** `City Library states that ...`. */
  readonly claim: string;
  /** The same of a credential that does not hold: `City Library had stated that ...`. */
  readonly pastClaim: string;
  readonly credential?: KnownCredential;
}

/** One sentence for a person: first what is wrong, by whom and when, then what the credential says. */
export function sentence(checks: readonly Check[], { claim, pastClaim, credential }: Said): string {
  const trouble = troubleOf(checks, credential);
  const parts = trouble === undefined ? claim : isGenuine(checks) ? `${trouble}; ${pastClaim}` : trouble;
  if (isUnrecognised(checks)) return `Unrecognised issuer${trouble === undefined ? ': nobody that Laurel knows recognises it; ' : ', and '}${trouble === undefined ? parts : lowerFirst(parts)}.`;
  if (trouble !== undefined) return `${parts}.`;
  return `${checks.some(({ check, result }) => check === 'status' && result === 'passed') ? 'Genuine and still standing' : 'Genuine'}: ${parts}.`;
}

/** What weighs most of what is wrong: a forgery is not "revoked", and what was revoked is not merely "expired". */
function troubleOf(checks: readonly Check[], credential: KnownCredential | undefined): string | undefined {
  const failed = checks.filter(({ result }) => result === 'failed');
  const first = (...names: readonly Check['check'][]) => failed.find(({ check }) => names.includes(check));
  const forged = first('proof') ?? first('issuer-binding', 'structure', 'contexts');
  if (forged) return forgery(forged);
  const status = first('status');
  if (status) return credential ? STANDINGS[credential.status]?.(changeOf(credential)) ?? `Not valid: ${status.detail}` : `Not confirmed: ${status.detail}`;
  const dates = first('dates');
  if (dates) return `${DATES[dates.code] ?? 'Not valid'}: ${dates.detail}`;
  const other = failed[0];
  return other && `Not valid: ${other.detail}`;
}

const DATES: Readonly<Record<string, string>> = { expired: 'Expired', 'not-yet-valid': 'Not valid yet' };

const STANDINGS: Readonly<Record<string, (change: string) => string>> = {
  revoked: (change) => `Revoked ${change}: it no longer stands`,
  suspended: (change) => `Suspended ${change}: it does not stand at the moment`,
  superseded: (change) => `Superseded ${change}: a corrected one has taken its place`,
};

function forgery({ code, detail }: Check): string {
  if (code === 'no-proof') return 'Not signed: anybody could have written it';
  if (code.startsWith('unsupported-')) return `Not checkable here: ${detail}`;
  return `Not genuine: ${detail}; nothing that it says can be relied on`;
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
