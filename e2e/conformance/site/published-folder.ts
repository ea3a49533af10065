import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Certificate } from '@laurel/testing/parts';

/** What strangers publish: `<folder>/<name>.json` at every address below `https://localhost:<port>/<name>/`. */
export class PublishedFolder {
  private constructor(private readonly server: Server) {}

  static async open(folder: string, certificate: Certificate): Promise<PublishedFolder> {
    const server = createServer(certificate, (request, response) => {
      const [, name = ''] = /^\/([\w-]+)\//.exec(request.url ?? '') ?? [];
      readFile(join(folder, `${name}.json`)).then(
        (content) => response.writeHead(200, { 'content-type': 'application/json' }).end(content),
        () => response.writeHead(404).end(),
      );
    });
    await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
    return new PublishedFolder(server);
  }

  get origin(): string {
    return `https://localhost:${(this.server.address() as AddressInfo).port}`;
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.server.close(() => resolve());
      this.server.closeAllConnections();
    });
  }
}
