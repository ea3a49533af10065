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

/** What weighs most of what is wrong: what was revoked is not merely expired. */
function troubleOf(checks: readonly Check[]): Message | undefined {
  const failed = failures(checks);
  const [first] = [...failed].sort((a, b) => weight(a) - weight(b));
  if (!first) return undefined;
  const reason: Message = { code: first.code, ...(first.params && { params: first.params }) };
  const standing = STANDINGS[first.code];
  if (standing) return { code: standing, params: { standing: reason } };
  if (first.code === 'status-unavailable') return { code: 'not-confirmed' };
  return about(DATES[first.code], first.params) ?? { code: 'is-not-valid', params: { reason } };
}

/** How it stands, and what that means. */
const STANDINGS: Readonly<Partial<Record<MessageCode, MessageCode>>> = { revoked: 'no-longer-stands', suspended: 'does-not-stand-now', superseded: 'was-replaced' };
const DATES: Readonly<Partial<Record<MessageCode, MessageCode>>> = { expired: 'is-expired', 'not-yet-valid': 'is-not-yet-valid' };

const ORDER: readonly Check['check'][] = ['status', 'dates'];
const weight = ({ check }: Check): number => (ORDER.includes(check) ? ORDER.indexOf(check) : ORDER.length);

const about = (code: MessageCode | undefined, params?: MessageParams): Message | undefined => code && { code, ...(params && { params }) };
const failures = (checks: readonly Check[]): Check[] => checks.filter(({ result }) => result === 'failed');
const has = (checks: readonly Check[], ...codes: readonly MessageCode[]): boolean => checks.some(({ code }) => codes.includes(code));
