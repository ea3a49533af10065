import { Transform, type Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { Refusal } from './refusals.js';

/** The largest body of any path, a batch of outcomes; each service holds its other paths to less. */
export const LARGEST_BODY = 8 * 1024 * 1024;

const tooLarge = () => new Refusal('body-too-large', `No path takes more than ${LARGEST_BODY} bytes.`);

/** Bodies are streamed through, so what does not say its length is counted on its way. */
export function registerBodyLimit(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', async (request) => {
    if (Number(request.headers['content-length'] ?? 0) > LARGEST_BODY) throw tooLarge();
  });
  fastify.addHook('preParsing', async (request, _reply, payload) =>
    request.headers['transfer-encoding'] === undefined ? payload : counted(payload as Readable));
}

function counted(body: Readable): Readable {
  let bytes = 0;
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes > LARGEST_BODY) done(tooLarge());
      else done(null, chunk);
    },
  });
  body.once('error', (error) => count.destroy(error));
  return body.pipe(count);
}
