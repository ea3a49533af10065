import httpProxy from '@fastify/http-proxy';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ServiceName } from '../deployment/services.js';
import { asRefusal, Refusal, refuse } from './refusals.js';
import { routeOf } from './routes.js';

export type Upstreams = Readonly<Record<ServiceName, string>>;

export interface ProxyOptions {
  upstreams: Upstreams;
  origin: string;
}

/** Milliseconds that a service may take before its answer begins. */
const ANSWER_MS = 60_000;

const pathOf = (request: FastifyRequest): string => request.raw.url?.split('?', 1)[0] ?? '/';

/** The service that a request goes to; for the log and the metrics. */
export const serviceOf = (request: FastifyRequest): ServiceName | undefined => routeOf(pathOf(request))?.service;

/** Sends on whatever the gateway does not answer itself, to the one service that owns the path. */
export async function registerProxy(fastify: FastifyInstance, { upstreams, origin }: ProxyOptions): Promise<void> {
  fastify.removeAllContentTypeParsers(); // bodies pass as the bytes they are
  await fastify.register(httpProxy, {
    upstream: '',
    internalRewriteLocationHeader: false,
    disableRequestLogging: true,
    destroyAgent: true,
    undici: { connections: 256, headersTimeout: ANSWER_MS, bodyTimeout: ANSWER_MS },
    preHandler: async (request) => {
      if (!serviceOf(request)) throw new Refusal('not-found', 'This path leads nowhere.');
    },
    replyOptions: {
      getUpstream: (request) => upstreams[serviceOf(request as FastifyRequest) ?? 'provider-registry'],
      rewriteRequestHeaders: (request, headers) => forwarded(request as FastifyRequest, headers),
      // A request is never sent twice: only its sender knows whether that is harmless.
      retryDelay: () => null,
      onError: (reply, { error }) => {
        const { request } = reply as FastifyReply;
        refuse(reply as FastifyReply, request as FastifyRequest, refusalOf(error, request as FastifyRequest), origin);
      },
    },
  });
}

/** What goes wrong between here and a service is "not now"; what goes wrong in the caller's body is the caller's. */
function refusalOf(error: Error, request: FastifyRequest): Refusal {
  const cause = error.cause instanceof Refusal ? error.cause : error;
  if (cause instanceof Refusal) return asRefusal(cause);
  return new Refusal('unavailable', `${serviceOf(request)} does not answer at the moment.`);
}

/** Whom the caller is, as far as we can know: what a caller claims of itself counts only behind a proxy of the site's own. */
function forwarded<Headers extends Record<string, unknown>>(request: FastifyRequest, headers: Headers): Headers {
  const { ip, protocol, host, id } = request;
  return { ...headers, 'x-forwarded-for': ip, 'x-forwarded-proto': protocol, 'x-forwarded-host': host, forwarded: undefined, 'x-request-id': id };
}
