import { randomBytes } from 'node:crypto';
import { mkdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { createOnce } from '../processes/durable-file.js';
import { freePort } from '../processes/free-port.js';
import { takeLock } from '../processes/lock.js';
import { fetchJars, whyNoKafka } from './jars.js';
import { KafkaNode } from './kafka-node.js';
import type { NodeAddress } from './node-settings.js';

export interface KafkaOptions {
  /** The data folder ($LAUREL_DATA): data in `kafka/`, logs in `logs/`, pids in `pids/`. */
  folder: string;
  /** One, or three to lose one of. A folder keeps the number that it began with. */
  nodes?: 1 | 3;
  /** Where the jars are kept; left out: `~/.cache/laurel`. */
  cache?: string;
}

export interface RunningKafka {
  /** `127.0.0.1:<port>` of each node; the same when a node is killed and started again. */
  brokers: string[];
  nodes: KafkaNode[];
  /** Ends all nodes within 5 s. */
  stop(): Promise<void>;
}

/**
 * Starts real Apache Kafka (KRaft) from its jars; data of an earlier run of the folder is there again, and what
 * that run left running, if it was killed, is ended first.
 * @throws InUse when another living process has this folder's Kafka; Error with whyNoKafka's sentence
 */
export async function startKafka({ folder, nodes = 1, cache }: KafkaOptions): Promise<RunningKafka> {
  const missing = whyNoKafka(cache);
  if (missing) throw new Error(missing);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const dataFolder = realpathSync(folder);
  const release = await takeLock(join(dataFolder, 'kafka.lock'), `the Kafka of ${folder}`);
  const started: KafkaNode[] = [];
  const stop = async () => {
    await Promise.all(started.map((node) => node.stop()));
    release();
  };
  try {
    const all = await addresses(nodes);
    const around = { dataFolder, all, jars: await fetchJars(cache), clusterId: createOnce(join(dataFolder, 'kafka', 'cluster-id'), newClusterId) };
    started.push(...all.map((address) => new KafkaNode(address, around)));
    await Promise.all(started.map((node) => node.start()));
    return { brokers: started.map(({ broker }) => broker), nodes: started, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function addresses(count: number): Promise<NodeAddress[]> {
  const ports = await Promise.all(Array.from({ length: count * 2 }, () => freePort()));
  return Array.from({ length: count }, (_, index) => ({ id: index + 1, port: ports[2 * index] ?? 0, controllerPort: ports[2 * index + 1] ?? 0 }));
}

/** As Kafka's own random-uuid: 16 bytes in base64url that don't begin with a dash, which tools would take for an option. */
function newClusterId(): string {
  const id = randomBytes(16).toString('base64url');
  return id.startsWith('-') ? newClusterId() : id;
}
