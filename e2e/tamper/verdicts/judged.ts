import type { CheckName, CheckResult, Json, MessageCode } from '@laurel/credentials';

/** A finding of a verification: a check, what came of it, and its code, or that of its reason, where only some are right. */
export interface Finding {
  readonly check: CheckName;
  readonly result: CheckResult;
  readonly codes?: readonly MessageCode[];
}

/** What an exhibit must get: verified or not, with one of these findings; or 400 or 422, since it is none at all, as the answer says. */
export type Verdict = { readonly verified: boolean; readonly with: readonly Finding[] } | { readonly saying: string };

/** How an exhibit is asked about, where that is not POST /v1/verifications. */
export type Asked =
  | { readonly as: 'presentation'; readonly challenge?: string; readonly domain?: string }
  /** The named profile that asks for the proof and nothing else. */
  | { readonly as: 'proof-only' }
  /** In the library: no request asks a credential, which an SD-JWT may be, for a challenge. */
  | { readonly as: 'bound'; readonly challenge?: string; readonly domain?: string };

/** Something to be verified: a JSON value, or the text of one where its spelling is the point. */
export interface Exhibit {
  /** Of which sample or kind, altered how and where: `eddsa-rdfc-2022: leaf /credentialSubject/achievement/name`. */
  readonly name: string;
  readonly sent: Json | RawJson;
  /** Any of them is right. */
  readonly verdicts: readonly Verdict[];
  readonly asked?: Asked;
  /** It keeps the verifier busy: nothing is asked beside it. */
  readonly alone?: true;
}

export interface RawJson {
  readonly rawJson: string;
}

const finding = (check: CheckName, result: CheckResult, codes: readonly MessageCode[]): readonly Finding[] => [{ check, result, ...(codes.length > 0 && { codes }) }];

export const refused = (check: CheckName, ...codes: readonly MessageCode[]): Verdict => ({ verified: false, with: finding(check, 'failed', codes) });
export const warned = (check: CheckName, ...codes: readonly MessageCode[]): Verdict => ({ verified: true, with: finding(check, 'warned', codes) });
export const passed = (check: CheckName, ...codes: readonly MessageCode[]): Verdict => ({ verified: true, with: finding(check, 'passed', codes) });
export const accepted: Verdict = { verified: true, with: [] };
/** No credential, or no presentation, at all, or one in it, which the answer says in these words. */
export const unreadable = (saying = ''): Verdict => ({ saying });

/** A check as it is answered. */
export interface Found {
  readonly check: string;
  readonly result: string;
  readonly code: string;
  readonly params?: unknown;
}

/** What a verification answered: with checks, those of credentials in a presentation among them, or with a problem. */
export interface Answer {
  readonly status: number;
  readonly verified?: boolean;
  readonly checks?: readonly Found[];
  /** What a problem says. */
  readonly detail?: string;
}

/** Why an answer is wrong; undefined where one of the verdicts fits. */
export function misjudged({ name, verdicts }: Exhibit, answer: Answer): string | undefined {
  if (verdicts.some((verdict) => fits(verdict, answer))) return undefined;
  const found = answer.checks?.filter(({ result }) => result === 'failed' || result === 'warned').map((each) => `${each.check} ${each.result} ${codesOf(each).join(' ')}`);
  return `${name}: ${answer.status} verified ${String(answer.verified)} [${found?.join(', ') ?? ''}] ${answer.detail ?? ''}, expected ${JSON.stringify(verdicts)}`;
}

function fits(verdict: Verdict, { status, verified, checks = [], detail = '' }: Answer): boolean {
  if ('saying' in verdict) return ([400, 413, 422].includes(status) || (verified === false && verdict.saying !== '')) && detail.includes(verdict.saying);
  if (status !== 200 || verified !== verdict.verified) return false;
  return verdict.with.length === 0 || verdict.with.some((wanted) => checks.some((found) => found.check === wanted.check && found.result === wanted.result && codesOf(found).some((code) => wanted.codes?.some((each) => each === code) ?? true)));
}

/** The code of a check, and those of its reason and the reason of that. */
function codesOf({ code, params }: Pick<Found, 'code' | 'params'>): string[] {
  const reason = typeof params === 'object' && params !== null && 'reason' in params ? params.reason : undefined;
  return [code, ...(typeof reason === 'object' && reason !== null && 'code' in reason ? codesOf(reason as Found) : [])];
}
