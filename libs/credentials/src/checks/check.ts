import { z } from 'zod';

/** What is checked about a credential, in the order in which it is told. The last four need what a service knows. */
export const CheckName = z.enum(['structure', 'contexts', 'proof', 'issuer-binding', 'dates', 'status', 'schema', 'recognition', 'achievement']);
export type CheckName = z.infer<typeof CheckName>;

export const CheckResult = z.enum(['passed', 'failed', 'warned', 'skipped']);
export type CheckResult = z.infer<typeof CheckResult>;

/** One check and what came of it; `code` and `pointer` (JSON Pointer) say what is wrong and where. */
export const Check = z.object({
  check: CheckName,
  result: CheckResult,
  code: z.string().optional(),
  pointer: z.string().optional(),
  detail: z.string(),
});
export type Check = z.infer<typeof Check>;

export const passed = (check: CheckName, detail: string): Check => ({ check, result: 'passed', detail });
export const skipped = (check: CheckName, detail: string): Check => ({ check, result: 'skipped', detail });
export const failed = (check: CheckName, code: string, detail: string, pointer?: string): Check => trouble('failed', check, code, detail, pointer);
export const warned = (check: CheckName, code: string, detail: string, pointer?: string): Check => trouble('warned', check, code, detail, pointer);

const trouble = (result: CheckResult, check: CheckName, code: string, detail: string, pointer?: string): Check => ({
  check,
  result,
  code,
  ...(pointer !== undefined && { pointer }),
  detail,
});

/** A credential is verified exactly when no check failed. */
export const isVerified = (checks: readonly Check[]): boolean => checks.every(({ result }) => result !== 'failed');

/** Checks in the order of their names, whoever made them. */
export const inOrder = (checks: readonly Check[]): Check[] =>
  [...checks].sort((a, b) => CheckName.options.indexOf(a.check) - CheckName.options.indexOf(b.check));
