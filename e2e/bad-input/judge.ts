import { ProblemDocument, type Answer } from '../client/http/answer.js';

/** What gives away the inside of a program: a stack, a path, a library's or database's own words. */
const INSIDES = /\n\s+at |node_modules|\.[jt]s:\d|SequelizeE|QueryFailedError|TypeError|violates|relation "|ECONN/;
const CODE = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** Why an answer to bad input is not as it must be (RFC 9457; faults.md "Bad input"), or undefined where it is. */
export function faultOf({ status, headers, body }: Answer): string | undefined {
  if (status < 400 || status > 499) return `answered with ${status}`;
  if (!headers.get('content-type')?.startsWith('application/problem+json')) return `content type ${headers.get('content-type')}`;
  const problem = ProblemDocument.safeParse(body);
  if (!problem.success) return `no problem document: ${problem.error.message}`;
  if (problem.data.status !== status) return `status ${status} and in the document ${problem.data.status}`;
  if (!CODE.test(problem.data.code)) return `code ${problem.data.code}`;
  if (!problem.data.type.endsWith(`/problems/${problem.data.code}`)) return `type ${problem.data.type}`;
  if (INSIDES.test(JSON.stringify(body))) return `shows its insides: ${JSON.stringify(body).slice(0, 300)}`;
  return undefined;
}

/** As faultOf, for what /oauth/token answers (RFC 6749 section 5.2). */
export function tokenFaultOf({ status, body }: Answer): string | undefined {
  if (status < 400 || status > 499) return `answered with ${status}`;
  const error: unknown = body instanceof Object ? Reflect.get(body, 'error') : undefined;
  if (typeof error !== 'string' && !ProblemDocument.safeParse(body).success) return `neither error nor problem: ${JSON.stringify(body).slice(0, 200)}`;
  return INSIDES.test(JSON.stringify(body)) ? 'shows its insides' : undefined;
}

export const codeOf = ({ body }: Answer): string | undefined => ProblemDocument.safeParse(body).data?.code;
export const pointersOf = ({ body }: Answer): string[] => (ProblemDocument.safeParse(body).data?.errors ?? []).map(({ pointer }) => pointer);
