import { request as send, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { Certificate } from '@laurel/testing/parts';

/**
 * https before a Laurel that speaks http: bytes and path pass as they are, so that what a suite percent-encodes arrives so.
 * It says of itself what a site's own proxy says (X-Forwarded-For, -Proto, -Host).
 */
export class TlsFront {
  private constructor(private readonly server: Server) {}

  static async open({ port, target, certificate }: { readonly port: number; readonly target: string; readonly certificate: Certificate }): Promise<TlsFront> {
    const server = createServer(certificate, (incoming, outgoing) => pass(new URL(target), incoming, outgoing));
    await new Promise<void>((resolve, reject) => { server.once('error', reject).listen(port, '127.0.0.1', resolve); });
    return new TlsFront(server);
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.server.close(() => resolve());
      this.server.closeAllConnections();
    });
  }
}

function pass({ hostname, port }: URL, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const { method, url: path, headers, socket } = incoming;
  const forwarded = { 'x-forwarded-for': socket.remoteAddress ?? '', 'x-forwarded-proto': 'https', 'x-forwarded-host': headers.host ?? '' };
  const onwards = send({ hostname, port, method, path, headers: { ...headers, ...forwarded } }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(outgoing);
  });
  onwards.on('error', () => {
    if (outgoing.headersSent) outgoing.destroy();
    else outgoing.writeHead(502).end();
  });
  outgoing.on('close', () => onwards.destroy());
  incoming.pipe(onwards);
}
