import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { type Certificate, selfSigned } from './self-signed.js';

/** Answers a JSON value as a file server would; headers may be added or replaced. */
export const answerJson = (json: unknown, headers: Readonly<Record<string, string>> = {}): RequestListener => (_request, response) => {
  response.writeHead(200, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(json));
};

/** A real https server on loopback with a self-signed certificate: the host of what strangers publish. */
export class ForeignHost {
  /** Connections that reached it, whether or not TLS or a request followed. */
  connections = 0;
  /** The server name of the last TLS connection (RFC 6066 section 3). */
  serverName: string | undefined;
  readonly requests: IncomingMessage[] = [];
  /** By path; all else is 404. */
  readonly answers = new Map<string, RequestListener>();

  private readonly server;

  /** PEM. */
  readonly certificate: string;

  private constructor({ key, cert }: Certificate) {
    this.certificate = cert;
    this.server = createServer({ key, cert }, (request, response) => this.answer(request, response));
    this.server.on('connection', () => (this.connections += 1));
    this.server.on('secureConnection', ({ servername }) => (this.serverName = servername || undefined));
    this.server.on('tlsClientError', () => undefined);
  }

  /** @param names host names for the certificate; 127.0.0.1 and ::1 are always in it */
  static async listen({ names = ['localhost'], address = '127.0.0.1', port = 0 } = {}): Promise<ForeignHost> {
    const host = new ForeignHost(await selfSigned(names));
    await new Promise<void>((resolve, reject) => host.server.once('error', reject).listen(port, address, resolve));
    return host;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** `https://localhost:<port>`, followed by a path. */
  url(path = ''): string {
    return `https://localhost:${this.port}${path}`;
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.server.close(() => resolve());
      this.server.closeAllConnections();
    });
  }

  private answer(request: IncomingMessage, response: ServerResponse): void {
    this.requests.push(request);
    const answer = this.answers.get(request.url ?? '');
    if (answer) answer(request, response);
    else response.writeHead(404).end();
  }
}
