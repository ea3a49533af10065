import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Answered, Load } from './load.js';

/** Sends requests from a thread of its own, so that the service under load has this one to itself. */
export async function send(load: Load): Promise<Answered> {
  const [answered]: [Answered] = await once(new Worker(new URL('./load.js', import.meta.url), { workerData: load }), 'message') as [Answered];
  return answered;
}
