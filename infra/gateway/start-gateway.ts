import { randomUUID } from 'node:crypto';
import Fastify, { LogController, type FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import { LARGEST_BODY, registerBodyLimit } from './body-limit.js';
import { registerOperations } from './operations.js';
import { registerProxy, serviceOf, type Upstreams } from './proxy.js';
import { asRefusal, Refusal, refuse } from './refusals.js';

export interface GatewayOptions {
  /** Of each service: `http://127.0.0.1:<port>`. */
  upstreams: Upstreams;
  /** 0 takes a free one. */
  port: number;
  host?: string;
  /** Where problem types lead: PUBLIC_ORIGIN. */
  origin: string;
  openApiFile?: string;
  /** true behind one proxy of the site's own: the last entry of its X-Forwarded-For is the caller. */
  trustProxy?: boolean;
  logLevel?: string;
}

export interface Gateway {
  url: string;
  port: number;
  /** Lets the requests under way finish, for 3.5 s. */
  close(): Promise<void>;
}

const REQUEST_ID = /^[\w-]{8,64}$/;

/** One origin for all services: each path goes to the service that owns it (routes.ts). */
export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const { upstreams, port, host = '127.0.0.1', origin, openApiFile, trustProxy = false, logLevel = 'info' } = options;
  const fastify = Fastify({
    logger: { level: logLevel, base: { service: 'gateway', pid: process.pid }, stream: process.stderr },
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    trustProxy: trustProxy ? (_address, hop) => hop === 0 : false,
    bodyLimit: LARGEST_BODY, requestTimeout: 60_000, genReqId, routerOptions: { maxParamLength: 2_048 },
    frameworkErrors: (error, request, reply) => void refuse(reply, request, asRefusal(error), origin),
  });
  fastify.setErrorHandler((error, request, reply) => {
    const refusal = asRefusal(error);
    if (refusal.code === 'internal-error') request.log.error({ err: error }, 'gateway');
    return refuse(reply, request, refusal, origin);
  });
  fastify.setNotFoundHandler((request, reply) => refuse(reply, request, new Refusal('not-found', 'This path leads nowhere.'), origin));
  const register = new Registry();
  measure(fastify, register);
  registerBodyLimit(fastify);
  registerOperations(fastify, { upstreams, register, openApiFile });
  await registerProxy(fastify, { upstreams, origin });
  const url = await fastify.listen({ port, host });
  return { url, port: Number(new URL(url).port), close: () => closeGently(fastify) };
}

/** Milliseconds that requests under way may take to finish. */
const GRACE_MS = 3_500;

async function closeGently(fastify: FastifyInstance): Promise<void> {
  const { server } = fastify;
  const late = setTimeout(() => server.closeAllConnections(), GRACE_MS);
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
  clearTimeout(late);
  await fastify.close();
}

/** The caller's id where it has the form of one, so that a request has one name in every log. */
function genReqId(request: { headers: Record<string, unknown> }): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID();
}

/** One log line and one measurement a request; no path, query, header or body in them, since those may name people. */
function measure(fastify: FastifyInstance, register: Registry): void {
  collectDefaultMetrics({ register });
  const seconds = new Histogram({
    name: 'laurel_gateway_request_seconds', help: 'Time from the first byte of a request to the last of its answer', registers: [register],
    labelNames: ['upstream', 'method', 'status'], buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
  });
  fastify.addHook('onRequest', async (request, reply) => void reply.header('x-request-id', request.id));
  fastify.addHook('onResponse', async (request, reply) => {
    const upstream = serviceOf(request) ?? 'gateway';
    seconds.observe({ upstream, method: request.method, status: reply.statusCode }, reply.elapsedTime / 1000);
    if (upstream !== 'gateway') request.log.info({ upstream, method: request.method, status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, 'request');
  });
}
