import type { FastifyReply, FastifyRequest } from 'fastify';

/** What the gateway itself refuses, in the words of the services' own table (libs/runtime), with the same pages. */
const KINDS = {
  'malformed-json': { status: 400, title: 'The body is not JSON that can be read' },
  'not-found': { status: 404, title: 'There is nothing here for you' },
  'body-too-large': { status: 413, title: 'The body is too large' },
  'internal-error': { status: 500, title: 'Something went wrong on our side' },
  unavailable: { status: 503, title: 'A part that this needs is not there at the moment' },
} as const;
type Code = keyof typeof KINDS;

/** Seconds; a service that died is back after about two. */
const RETRY_AFTER = 2;

export class Refusal extends Error {
  constructor(readonly code: Code, readonly detail: string) {
    super(detail);
  }
}

/** The refusal that an error is for the caller. */
export function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
  if (status === 404) return new Refusal('not-found', 'This path leads nowhere.');
  if (status === 413) return new Refusal('body-too-large', 'The body is larger than any path takes.');
  return status < 500 ? new Refusal('malformed-json', 'The request cannot be read.') : new Refusal('internal-error', 'The fault is in our log under the requestId.');
}

/** Writes RFC 9457. */
export function refuse(reply: FastifyReply, request: FastifyRequest, refusal: Refusal, origin: string): FastifyReply {
  const { code, detail } = refusal;
  const { status, title } = KINDS[code];
  if (status === 503) reply.header('retry-after', RETRY_AFTER);
  return reply.status(status).type('application/problem+json').send(JSON.stringify(
    { type: `${origin}/problems/${code}`, title, status, detail, code, requestId: request.id },
  ));
}
