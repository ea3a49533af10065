import rateLimit from '@fastify/rate-limit';
import { requestProblem } from '@laurel/runtime';
import type { FastifyInstance } from 'fastify';

/** Ten seconds, so that a burst of ten times the rate is fine and the rate holds on average (api.md, Limits). */
const WINDOW_SECONDS = 10;
const PER_CLIENT = 200 * WINDOW_SECONDS;
const ANONYMOUS = 20 * WINDOW_SECONDS;

/** Health and metrics are asked by machines of the deployment and cost nothing. */
const UNLIMITED = /^\/(health\/|metrics$)/;

export async function registerRateLimits(fastify: FastifyInstance): Promise<void> {
  await fastify.register(rateLimit, {
    global: true,
    hook: 'preParsing',
    timeWindow: WINDOW_SECONDS * 1000,
    max: (request) => (request.caller ? PER_CLIENT : ANONYMOUS),
    keyGenerator: (request) => request.caller?.clientId ?? request.caller?.id ?? request.ip,
    allowList: (request) => UNLIMITED.test(request.url),
    enableDraftSpec: true,
    errorResponseBuilder: (_request, { ttl }) => {
      const seconds = String(Math.max(1, Math.ceil(ttl / 1000)));
      return requestProblem('too-many-requests', `The limit for now is used up; it is free again in ${seconds} s.`, { headers: { 'retry-after': seconds } });
    },
  });
}
