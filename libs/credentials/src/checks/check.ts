import { z } from 'zod';
import type { Fault } from '../words/fault.js';
import { inWords } from '../words/in-words.js';
import { MessageCode, MessageParams } from '../words/message.js';

/**
 * What is checked about a credential, in the order in which it is told; holder-binding about a presentation and what is in it,
 * parts about a learner record alone. The last five need what a service knows.
 */
export const CheckName = z.enum(['structure', 'contexts', 'proof', 'issuer-binding', 'holder-binding', 'dates', 'status', 'schema', 'recognition', 'achievement', 'parts']);
export type CheckName = z.infer<typeof CheckName>;

export const CheckResult = z.enum(['passed', 'failed', 'warned', 'skipped']);
export type CheckResult = z.infer<typeof CheckResult>;

/** One check and what came of it; `code` and `pointer` (JSON Pointer) say what was found and where, `params` what the text is about. */
export const Check = z.object({
  check: CheckName,
  result: CheckResult,
  code: MessageCode,
  params: MessageParams.optional(),
  pointer: z.string().optional(),
  detail: z.string(),
}).meta({ id: 'Check' });
export type Check = z.infer<typeof Check>;

export const passed = (check: CheckName, code: MessageCode, params?: MessageParams): Check => found('passed', check, code, params);
export const skipped = (check: CheckName, code: MessageCode, params?: MessageParams): Check => found('skipped', check, code, params);
export const failed = (check: CheckName, code: MessageCode, params?: MessageParams, pointer?: string): Check => found('failed', check, code, params, pointer);
export const warned = (check: CheckName, code: MessageCode, params?: MessageParams, pointer?: string): Check => found('warned', check, code, params, pointer);

/** A check that failed for the fault. */
export const failedBy = (check: CheckName, { code, params }: Fault, pointer?: string): Check => failed(check, code, params, pointer);

const found = (result: CheckResult, check: CheckName, code: MessageCode, params?: MessageParams, pointer?: string): Check => ({
  check,
  result,
  code,
  ...(params && { params }),
  ...(pointer !== undefined && { pointer }),
  detail: inWords({ code, ...(params && { params }) }),
});

/** A credential is verified exactly when no check failed. */
export const isVerified = (checks: readonly Check[]): boolean => checks.every(({ result }) => result !== 'failed');

/** Checks in the order of their names, whoever made them. */
export const inOrder = (checks: readonly Check[]): Check[] =>
  [...checks].sort((a, b) => CheckName.options.indexOf(a.check) - CheckName.options.indexOf(b.check));
