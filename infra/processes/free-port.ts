import { createServer } from 'node:net';

/** A TCP port nobody listens on right now; `preferred` if that is free. */
export async function freePort(host = '127.0.0.1', preferred = 0): Promise<number> {
  try {
    return await bindOnce(host, preferred);
  } catch (error) {
    if (preferred === 0) throw error;
    return bindOnce(host, 0);
  }
}

function bindOnce(host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, host, () => {
      const address = server.address();
      server.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))));
    });
  });
}
