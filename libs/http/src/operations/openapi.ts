import fastifyStatic from '@fastify/static';
import type { Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import type { FastifyInstance } from 'fastify';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';

/** Chapters of the API page, as somebody reads them who is new. */
const READING_ORDER = ['providers', 'accreditations', 'achievements', 'tokens', 'outcomes', 'learners', 'credentials', 'wallets', 'verifications', 'messages', 'issuers', 'status lists', 'vocabularies', 'vc api', 'DIDs', 'operations'];

/** The OpenAPI 3.1 document of all controllers of an app, or of some of its modules; the zod schemas are its source. */
export function openApiOf(app: NestFastifyApplication, title: string, origin: string, include?: Type[]): OpenAPIObject {
  const outline = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle(title)
    .setDescription('Laurel recognises all forms of learning: outcomes become verifiable credentials, exactly once. Errors are application/problem+json (RFC 9457); each type leads to a page that says what to do next.')
    .setVersion('1')
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addServer(origin)
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'at+jwt' })
    .build();
  const document = SwaggerModule.createDocument(app, outline, { ...(include && { include }) });
  const used = new Set(Object.values(document.paths).flatMap((path) => Object.values(path)).flatMap((operation: { tags?: string[] }) => operation.tags ?? []));
  return { ...document, tags: READING_ORDER.filter((name) => used.has(name)).map((name) => ({ name })) };
}

const assets = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));

/** Loads /openapi.json of whoever serves the page, so that behind the gateway it shows the whole API. */
const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Laurel API</title>
<link rel="stylesheet" href="/docs/assets/swagger-ui.css"></head><body><div id="api"></div>
<script src="/docs/assets/swagger-ui-bundle.js"></script>
<script src="/docs/start.js"></script></body></html>`;
const START = `SwaggerUIBundle({ url: '/openapi.json', dom_id: '#api', deepLinking: true, docExpansion: 'list', defaultModelsExpandDepth: 0 });`;

/** Serves the document at /openapi.json and, for people, at /docs. */
export async function serveOpenApi(fastify: FastifyInstance, document: OpenAPIObject): Promise<void> {
  await fastify.register(fastifyStatic, { root: assets, prefix: '/docs/assets/', index: false, decorateReply: false });
  fastify.get('/', async (_request, reply) => reply.redirect('/docs'));
  fastify.get('/openapi.json', async () => document);
  fastify.get('/docs', async (_request, reply) => reply.type('text/html; charset=utf-8').send(PAGE));
  fastify.get('/docs/start.js', async (_request, reply) => reply.type('text/javascript; charset=utf-8').send(START));
}
