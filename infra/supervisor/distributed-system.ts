import { mkdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { prepareDeployment } from '../deployment/prepare-deployment.js';
import { freePort } from '../processes/free-port.js';
import { takeLock } from '../processes/lock.js';
import { pidFileOf, removePidFile, writePidFile } from '../processes/pid-file.js';
import { keepRunning } from './keep-running.js';
import type { NodeChild } from './node-child.js';
import { leftOver, planProcesses } from './parts.js';
import { startStores, type Stores } from './stores.js';
import type { SupervisorConfig } from './supervisor.config.js';
import { createDeploymentTopics } from '../kafka/deployment-topics.js';

export interface Distributed {
  /** Where the gateway answers. */
  address: string;
  /** The origin in what it signs. */
  origin: string;
  operatorFile: string;
}

/** Of the ten seconds that stopping may take (api.md), the first for our processes, the rest for the stores. */
const GRACE_MS = 4_500;

/** The whole distributed system on this machine: stores, services, gateway, each a process that is kept running. */
export class DistributedSystem {
  private readonly stopping = new AbortController();
  private children: NodeChild[] = [];
  private stores: Stores | undefined;
  private kept: Promise<unknown> = Promise.resolve();

  private constructor(
    private readonly config: SupervisorConfig,
    private readonly dataFolder: string,
    private readonly release: () => void,
    private readonly say: (message: string) => void,
  ) {
    writePidFile(pidFileOf(dataFolder, 'supervisor'), process.pid);
  }

  /** @throws InUse when the folder's system runs already */
  static async claim(config: SupervisorConfig, say: (message: string) => void): Promise<DistributedSystem> {
    mkdirSync(config.LAUREL_DATA, { recursive: true, mode: 0o700 });
    const dataFolder = realpathSync(config.LAUREL_DATA);
    const release = await takeLock(join(dataFolder, 'supervisor.lock'), `the distributed Laurel of ${config.LAUREL_DATA}`);
    return new DistributedSystem(config, dataFolder, release, say);
  }

  /** Resolves when the whole is ready; what an earlier, killed run left behind is ended first. */
  async start(): Promise<Distributed> {
    const { config, dataFolder } = this;
    const keeping = { signal: this.stopping.signal, onRestart: this.say };
    const [stores] = await Promise.all([startStores(config, dataFolder, keeping), ...leftOver(dataFolder).map((child) => child.endOrphan())]);
    this.stores = stores;
    const port = await freePort(config.HOST, config.PORT);
    if (config.PORT !== 0 && port !== config.PORT) throw new Error(`port ${config.PORT} is in use; stop what listens there, or set PORT`);
    const [deployment] = await Promise.all([
      prepareDeployment({ folder: dataFolder, databaseAdminUrl: stores.databaseUrl, port, publicOrigin: config.PUBLIC_ORIGIN, smtpUrl: config.SMTP_URL }),
      createDeploymentTopics(stores.brokers),
    ]);
    this.children = await planProcesses(config, deployment, port, stores.brokers);
    this.kept = Promise.all([stores.kept, ...this.children.map((child) => keepRunning({ name: child.name, start: () => child.start() }, keeping))]);
    const address = `http://${config.HOST === '0.0.0.0' || config.HOST === '::' ? '127.0.0.1' : config.HOST}:${port}`;
    await Promise.race([this.kept, ready(address, this.stopping.signal)]);
    return { address, origin: deployment.origin, operatorFile: deployment.operatorFile };
  }

  /** Rejects when a part cannot be kept running; resolves when all of it was stopped. */
  async ended(): Promise<void> {
    await this.kept;
  }

  /** Ends everything within ten seconds, what is used before what it uses. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await Promise.all(this.children.map((child) => child.stop(GRACE_MS)));
    await this.stores?.stop();
    removePidFile(pidFileOf(this.dataFolder, 'supervisor'), process.pid);
    this.release();
  }
}

/** Waits for the gateway to say that every service is ready. */
async function ready(address: string, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const status = await fetch(`${address}/health/ready`, { signal: AbortSignal.timeout(5_000) }).then(async (answer) => {
      await answer.body?.cancel();
      return answer.status;
    }, () => 0);
    if (status === 200) return;
    await sleep(100);
  }
}
