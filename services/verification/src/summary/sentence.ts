import type { Check, Message, MessageCode, MessageParams } from '@laurel/credentials';

/** Whether nothing but the issuer's own word stands behind it: a stranger's, or a provider's that nobody recorded and decided. */
export const isSelfAsserted = (checks: readonly Check[]): boolean => isUnrecognised(checks) || isOwnWord(checks);

const isUnrecognised = (checks: readonly Check[]): boolean => has(checks, 'issuer-not-recognised');
const isOwnWord = (checks: readonly Check[]): boolean => has(checks, 'not-an-outcome', 'not-an-outcome-suspended');

/** What was, and is no longer so. */
export const isPast = (checks: readonly Check[]): boolean => failures(checks).some(({ code }) => code in STANDINGS || code === 'expired');

/** One sentence for a person about a genuine credential: first what is wrong, by whom and when, then what the credential says. */
export function sentenceOf(checks: readonly Check[], claim: Message): Message {
  const trouble = troubleOf(checks);
  const unrecognised = isUnrecognised(checks);
  if (trouble) return { code: unrecognised ? 'sentence-unrecognised-trouble' : 'sentence-trouble', params: { trouble, claim } };
  if (unrecognised) return { code: 'sentence-unrecognised', params: { claim } };
  if (isOwnWord(checks)) return { code: 'sentence-own-word', params: { claim } };
  return { code: checks.some(({ check, result }) => check === 'status' && result === 'passed') ? 'sentence-standing' : 'sentence-genuine', params: { claim } };
}

/** What is wrong, and what that means. */
function troubleOf(checks: readonly Check[]): Message | undefined {
  const [first, reason] = [gravest(checks), reasonOf(checks)];
  if (!first || !reason) return undefined;
  const standing = STANDINGS[first.code];
  if (standing) return { code: standing, params: { standing: reason } };
  if (first.code === 'part-failed') return { code: first.params?.standing === 0 ? 'nothing-stands' : 'not-all-stands' };
  return reason.code === first.code ? { code: 'is-not-valid', params: { reason } } : reason;
}

/** What is wrong in a few words, after which comes what it means. */
export function reasonOf(checks: readonly Check[]): Message | undefined {
  const first = gravest(checks);
  if (first?.code === 'status-unavailable') return { code: 'not-confirmed' };
  return first && (about(DATES[first.code], first.params) ?? about(first.code, first.params));
}

/** What weighs most of what is wrong: what was revoked is not merely expired. */
const gravest = (checks: readonly Check[]): Check | undefined => failures(checks).sort((a, b) => weight(a) - weight(b))[0];

/** How it stands, and what that means. */
const STANDINGS: Readonly<Partial<Record<MessageCode, MessageCode>>> = { revoked: 'no-longer-stands', suspended: 'does-not-stand-now', superseded: 'was-replaced' };
const DATES: Readonly<Partial<Record<MessageCode, MessageCode>>> = { expired: 'is-expired', 'not-yet-valid': 'is-not-yet-valid' };

const ORDER: readonly Check['check'][] = ['status', 'dates'];
const weight = ({ check }: Check): number => (ORDER.includes(check) ? ORDER.indexOf(check) : ORDER.length);

const about = (code: MessageCode | undefined, params?: MessageParams): Message | undefined => code && { code, ...(params && { params }) };
const failures = (checks: readonly Check[]): Check[] => checks.filter(({ result }) => result === 'failed');
const has = (checks: readonly Check[], ...codes: readonly MessageCode[]): boolean => checks.some(({ code }) => codes.includes(code));
