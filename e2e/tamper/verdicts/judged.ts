import type { CheckName, CheckResult, Json, MessageCode } from '@laurel/credentials';

/** A finding of a verification: a check, what came of it, and its code where only some are right. */
export interface Finding {
  readonly check: CheckName;
  readonly result: CheckResult;
  readonly codes?: readonly MessageCode[];
}

/** What an exhibit must get: verified or not, with one of these findings; or 422, since it is no credential at all. */
export type Verdict = { readonly verified: boolean; readonly with: readonly Finding[] } | 'no-credential';

/** Something to be verified: a JSON value, or the text of one where its spelling is the point. */
export interface Exhibit {
  /** Of which sample, altered how and where: `eddsa-rdfc-2022: leaf /credentialSubject/achievement/name`. */
  readonly name: string;
  readonly sent: Json | RawJson;
  /** Any of them is right. */
  readonly verdicts: readonly Verdict[];
}

export interface RawJson {
  readonly rawJson: string;
}

export const refused = (check: CheckName, ...codes: readonly MessageCode[]): Verdict => ({ verified: false, with: [{ check, result: 'failed', ...(codes.length > 0 && { codes }) }] });
export const warned = (check: CheckName, ...codes: readonly MessageCode[]): Verdict => ({ verified: true, with: [{ check, result: 'warned', ...(codes.length > 0 && { codes }) }] });
export const accepted: Verdict = { verified: true, with: [] };

/** What a verification answered: 200 with checks, or 400 and 422 with a problem. */
export interface Answer {
  readonly status: number;
  readonly verified?: boolean;
  readonly checks?: readonly { readonly check: string; readonly result: string; readonly code: string }[];
}

/** Why an answer is wrong; undefined where one of the verdicts fits. */
export function misjudged({ name, verdicts }: Exhibit, answer: Answer): string | undefined {
  if (verdicts.some((verdict) => fits(verdict, answer))) return undefined;
  const found = answer.checks?.filter(({ result }) => result === 'failed' || result === 'warned').map(({ check, result, code }) => `${check} ${result} ${code}`);
  return `${name}: ${answer.status} verified ${String(answer.verified)} [${found?.join(', ') ?? ''}], expected ${JSON.stringify(verdicts)}`;
}

function fits(verdict: Verdict, { status, verified, checks = [] }: Answer): boolean {
  if (verdict === 'no-credential') return status === 422 || status === 400;
  if (status !== 200 || verified !== verdict.verified) return false;
  return verdict.with.length === 0 || verdict.with.some((wanted) => checks.some((found) => found.check === wanted.check && found.result === wanted.result && (wanted.codes?.some((code) => code === found.code) ?? true)));
}
