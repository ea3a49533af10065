import type { Check, Message, MessageCode } from '@laurel/credentials';

const PROVES = new Set<Check['check']>(['structure', 'contexts', 'proof', 'issuer-binding']);
const failuresIn = (checks: readonly Check[]): Check[] => checks.filter(({ check, result }) => result === 'failed' && PROVES.has(check));

/** Whether the issuer really said what stands there; until then nothing of it is worth repeating. */
export const isGenuine = (checks: readonly Check[]): boolean => failuresIn(checks).length === 0;

/** What it comes to, the gravest first; a text may have no parameter, since whatever it could be about is not proven. */
const VERDICTS: readonly (readonly [MessageCode, (check: Check) => boolean])[] = [
  ['sentence-unsigned', ({ code }) => code === 'no-proof' || code === 'unsecured-credential'],
  ['sentence-altered', of('invalid-signature', 'disclosure-mismatch', 'unsigned-disclosure', 'invalid-disclosure', 'repeated-digest', 'claim-there-already', 'conflicting-claim')],
  ['sentence-not-the-issuer', of('not-the-issuers-key', 'unknown-key', 'key-not-for-purpose', 'key-in-header', 'no-issuer')],
  ['sentence-key-ended', of('key-revoked')],
  ['sentence-keys-unavailable', ({ code }) => code === 'did-unavailable' || code.startsWith('fetch-')],
  ['sentence-malformed', ({ check }) => check === 'structure'],
  ['sentence-unknown-terms', ({ check }) => check === 'contexts'],
  ['sentence-unsupported', ({ code }) => code.startsWith('unsupported-')],
  ['sentence-bad-proof', () => true],
];

function of(...codes: readonly MessageCode[]): (check: Check) => boolean {
  return ({ code }) => codes.includes(code);
}

/** The sentence for one that is not known to be genuine: why, and nothing of what stands in it. */
export function unprovenSentence(checks: readonly Check[]): Message {
  const failures = failuresIn(checks);
  const [code] = VERDICTS.find(([, fits]) => failures.some(fits)) ?? ['sentence-bad-proof' as const];
  return { code };
}
