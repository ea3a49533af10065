import { continueTrace, currentTrace, inTrace, newId, type Logger } from '@laurel/runtime';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Histogram } from 'prom-client';

const REQUEST_ID = /^[\w-]{8,64}$/;

const seconds = new Histogram({
  name: 'laurel_http_request_seconds',
  help: 'Time from the first byte of a request to the last of its answer',
  labelNames: ['service', 'method', 'route', 'status'],
  buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
});

/** The caller's request id where it has the form of one, so that a gateway and a service write the same. */
export const requestIdOf = (request: { readonly headers: FastifyRequest['headers'] | Record<string, unknown> }): string => {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && REQUEST_ID.test(given) ? given : newId();
};

/** Trace, request id, one log line and one measurement a request; no query, no body, no header in any of them. */
export function registerRequestContext(fastify: FastifyInstance, service: string, logger: Logger): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    const { traceparent } = request.headers;
    reply.header('x-request-id', request.id);
    inTrace(continueTrace(typeof traceparent === 'string' ? traceparent : undefined), done);
  });
  fastify.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    const status = String(reply.statusCode);
    seconds.observe({ service, method: request.method, route, status }, reply.elapsedTime / 1000);
    logger.info({ requestId: request.id, traceparent: currentTrace(), method: request.method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime), caller: request.caller?.id }, 'request');
  });
}
