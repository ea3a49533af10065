import type { Clock, Logger } from '@laurel/runtime';
import type { FastifyInstance } from 'fastify';
import { InvalidToken, verifyStrict } from './access-token.js';
import { callerOf } from './caller.js';
import type { KeySet } from './key-set.js';

const BEARER = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i;

/** Finds out who asks, before limits and routes; whether that is enough is for the route to say. */
export function registerAuthentication(fastify: FastifyInstance, keys: KeySet, clock: Clock, logger: Logger): void {
  fastify.addHook('onRequest', async (request) => {
    const [, token] = BEARER.exec(request.headers.authorization ?? '') ?? [];
    if (token === undefined) return;
    try {
      request.caller = callerOf(verifyStrict(token, (kid) => keys.get(kid), clock.now().getTime()));
    } catch (error) {
      if (!(error instanceof InvalidToken)) throw error;
      logger.info({ requestId: request.id, reason: error.message }, 'access token refused');
    }
  });
}
