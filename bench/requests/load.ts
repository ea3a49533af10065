import { Agent, request } from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';

/** What this thread is to send, as fast as it is answered. */
export interface Load {
  readonly url: string;
  readonly token: string;
  /** Requests under way at once. */
  readonly atOnce: number;
  readonly bodies: readonly string[];
  /** The status that every answer must have. */
  readonly status: number;
}

/** Milliseconds of each request, and seconds of all together. */
export interface Answered {
  readonly latencies: readonly number[];
  readonly seconds: number;
}

const { url, token, atOnce, bodies, status }: Load = workerData;
const agent = new Agent({ keepAlive: true, maxSockets: atOnce });

function post(body: string): Promise<number> {
  const began = performance.now();
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', agent, headers }, (answer) => {
      if (answer.statusCode !== status) return reject(new Error(`${url} answered ${answer.statusCode}, not ${status}`));
      answer.resume().on('end', () => resolve(performance.now() - began)).on('error', reject);
    });
    sent.on('error', reject).end(body);
  });
}

const latencies: number[] = [];
const queue = bodies.values();
const began = performance.now();
await Promise.all(Array.from({ length: atOnce }, async () => {
  for (const body of queue) latencies.push(await post(body));
}));
parentPort?.postMessage({ latencies, seconds: (performance.now() - began) / 1_000 } satisfies Answered);
agent.destroy();
