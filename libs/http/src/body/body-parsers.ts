import type { JsonLimits } from '@laurel/events';
import { requestProblem } from '@laurel/runtime';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { parseStrictJson } from './strict-json.js';

const MEGABYTE = 1024 * 1024;
/** The largest body of all; what a route takes without saying otherwise is smaller. */
export const LARGEST_BODY = 8 * MEGABYTE;
const USUAL: JsonLimits & { bytes: number } = { bytes: MEGABYTE, depth: 64, members: 10_000 };
const LARGE: JsonLimits & { bytes: number } = { bytes: LARGEST_BODY, depth: 64, members: 400_000 };

/** `@RouteConfig(largeBody)` on a route that takes a batch. */
export const largeBody = { largeBody: true } as const;

/** `@RouteConfig(formBody)` on a route that takes a form, as OAuth asks (RFC 6749 section 4.4.2); no other does. */
export const formBody = { formBody: true } as const;

/** `@RouteConfig(unreadBody)` on a route that refuses whatever is sent to it. */
export const unreadBody = { unreadBody: true } as const;

/** Whether JSON, a form or anything else is left to the route. */
const leavesBody = ({ routeOptions: { config } }: FastifyRequest): boolean => 'formBody' in config || 'unreadBody' in config;

const limitsOf = (request: FastifyRequest) => ('largeBody' in request.routeOptions.config ? LARGE : USUAL);

/** Reads bodies as security.md, Input, asks: JSON strictly, forms for OAuth, nothing compressed, nothing oversized. */
export function registerBodyParsers(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', async (request) => {
    const encoding = request.headers['content-encoding'];
    if (encoding !== undefined && encoding !== 'identity') throw requestProblem('unsupported-media-type', `Content-Encoding ${encoding.slice(0, 40)} is not read here.`);
    if (Number(request.headers['content-length'] ?? 0) > limitsOf(request).bytes) throw tooLarge(request);
  });
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer', bodyLimit: LARGEST_BODY }, (request, body: Buffer, done) => {
    // who takes a form says so itself, in the words of its own standard
    if (body.length === 0 || leavesBody(request)) return done(null, undefined);
    try {
      if (body.length > limitsOf(request).bytes) throw tooLarge(request);
      done(null, parseStrictJson(body, limitsOf(request)));
    } catch (error) {
      done(error instanceof Error ? error : new Error(String(error)), undefined);
    }
  });
  fastify.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string', bodyLimit: 16 * 1024 }, (request, body: string, done) => {
    if (leavesBody(request)) done(null, new URLSearchParams(body));
    else done(requestProblem('unsupported-media-type', 'This path takes JSON, not a form.'), undefined);
  });
  fastify.addContentTypeParser('*', (request, _payload, done) => {
    if (leavesBody(request)) done(null, undefined);
    else done(requestProblem('unsupported-media-type', 'The Content-Type is not read here.'), undefined);
  });
}

const tooLarge = (request: FastifyRequest) => requestProblem('body-too-large', `This path takes at most ${limitsOf(request).bytes} bytes.`);
