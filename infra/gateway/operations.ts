import { readFile } from 'node:fs/promises';
import type { FastifyInstance } from 'fastify';
import type { Registry } from 'prom-client';
import { mergeMetrics } from './merge-metrics.js';
import type { Upstreams } from './proxy.js';
import { Refusal } from './refusals.js';

/** Milliseconds that a service may take to say how it is. */
const ASK_MS = 3_000;

export interface OperationsOptions {
  upstreams: Upstreams;
  register: Registry;
  /** Of the whole API: docs/openapi/laurel.json. */
  openApiFile?: string;
}

/** What concerns the whole deployment rather than one service. */
export function registerOperations(fastify: FastifyInstance, { upstreams, register, openApiFile }: OperationsOptions): void {
  const services = Object.entries(upstreams);

  fastify.get('/health/live', async () => ({ status: 'ok' }));

  fastify.get('/health/ready', async () => {
    const answers = await Promise.all(services.map(async ([name, url]) => ({ name, ready: (await ask(`${url}/health/ready`)) !== undefined })));
    const away = answers.filter(({ ready }) => !ready).map(({ name }) => name);
    if (away.length > 0) throw new Refusal('unavailable', `Not ready: ${away.join(', ')}.`);
    return { status: 'ok' };
  });

  fastify.get('/metrics', async (_request, reply) => {
    const others = await Promise.all(services.map(async ([service, url]) => ({ service, text: (await ask(`${url}/metrics`)) ?? '' })));
    reply.type(register.contentType);
    return mergeMetrics([{ service: 'gateway', text: await register.metrics() }, ...others]);
  });

  fastify.get('/openapi.json', async (_request, reply) => {
    if (!openApiFile) throw new Refusal('not-found', 'This deployment was given no OpenAPI document.');
    reply.type('application/json');
    return readFile(openApiFile);
  });

  fastify.get('/problems/:code', async (request, reply) => {
    const { code } = request.params as { code: string };
    const pages = await Promise.all(services.map(([, url]) => ask(`${url}/problems/${encodeURIComponent(code)}`)));
    const page = pages.find((each) => each !== undefined);
    if (page === undefined) throw new Refusal('not-found', 'No problem has this code.');
    return reply.type('text/html; charset=utf-8').send(page);
  });
}

/** What a service says with 200, else undefined. */
async function ask(url: string): Promise<string | undefined> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(ASK_MS) });
    return answer.status === 200 ? await answer.text() : void (await answer.body?.cancel());
  } catch {
    return undefined;
  }
}
