import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { isTransientFault, Problem, requestProblem, type Logger } from '@laurel/runtime';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { isImsx, statusInfo } from '../imsx/imsx-status.js';

/** RFC 9457 section 3, with our stable code and the request's id. */
export const ProblemDocument = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.string(),
  errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
  requestId: z.string(),
});
export type ProblemDocument = z.infer<typeof ProblemDocument>;

/** What the framework refuses before our code is asked. */
const OF_STATUS: Readonly<Record<number, Problem>> = {
  400: requestProblem('malformed-json', 'The request cannot be read.'),
  404: requestProblem('not-found', 'This path leads nowhere.'),
  413: requestProblem('body-too-large', 'The body is larger than this path takes.'),
  414: requestProblem('validation-failed', 'The URL is too long.'),
  415: requestProblem('unsupported-media-type', 'The Content-Type is not read here.'),
};

const statusOf = (error: unknown): number | undefined => {
  if (error instanceof HttpException) return error.getStatus();
  return error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : undefined;
};

/** The Problem that an error is for the caller: itself, the framework's refusal, "not now", or an opaque fault of ours. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const refusal = OF_STATUS[statusOf(error) ?? 0];
  if (refusal) return refusal;
  if (isTransientFault(error)) return requestProblem('unavailable', 'The database does not answer at the moment.', { headers: { 'retry-after': '2' } });
  return requestProblem('internal-error', 'The fault is in our log under the requestId.');
}

export const problemDocument = (problem: Problem, origin: string, requestId: string): ProblemDocument => ({
  type: `${origin}/problems/${problem.code}`,
  title: problem.kind.title,
  status: problem.kind.status,
  detail: problem.detail,
  code: problem.code,
  ...(problem.extra.errors ? { errors: [...problem.extra.errors] } : {}),
  requestId,
});

/** Writes a refusal: as a problem, or on the paths of 1EdTech in the form that they have there. */
export function writeProblem(reply: FastifyReply, problem: Problem, origin: string, requestId: string) {
  const { url, method } = reply.request;
  const { status, mediaType, body } = isImsx(url)
    ? { ...statusInfo(problem, method, origin), mediaType: 'application/json' }
    : { status: problem.kind.status, body: problemDocument(problem, origin, requestId), mediaType: 'application/problem+json' };
  return reply.status(status).headers({ ...problem.extra.headers }).type(mediaType).send(JSON.stringify(body));
}

/** The one place where an error becomes an answer (RFC 9457). */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly origin: string,
    private readonly logger: Logger,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const problem = asProblem(error);
    if (problem.kind.status >= 500) this.logger.error({ err: error, requestId: request.id }, problem.code);
    void writeProblem(reply, problem, this.origin, request.id);
  }
}
