import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { createOnce, replaceFile } from '../processes/durable-file.js';
import { endOrphan, pidFileOf, removePidFile, writePidFile } from '../processes/pid-file.js';
import { endProcess, goneWithin, signalProcess, stillRuns } from '../processes/running-process.js';
import { lastLines, spawnLogged, type Exit, type Spawned } from '../processes/spawn-logged.js';
import { livingNodes } from './kafka-admin.js';
import { javaCommand } from './kafka.config.js';
import { nodeSettings, type NodeAddress } from './node-settings.js';

const run = promisify(execFile);
const START_MS = 60_000;
/** Measured: 280-390 MB in all; C1 alone starts a second sooner and is fast enough for one machine. */
const JVM = ['-Xmx384m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-XX:-UsePerfData', '-Dlog4j2.level=WARN'];

export interface Surroundings {
  dataFolder: string;
  jars: string;
  clusterId: string;
  all: readonly NodeAddress[];
}

/** One Kafka process, which may be killed and started again; what was acknowledged is in its folder. */
export class KafkaNode {
  readonly id: number;
  readonly broker: string;
  private readonly folder: string;
  private readonly properties: string;
  private readonly logFile: string;
  private readonly pidFile: string;
  private present: Spawned | undefined;

  constructor(private readonly address: NodeAddress, private readonly around: Surroundings) {
    const name = around.all.length === 1 ? 'kafka' : `kafka-${address.id}`;
    this.id = address.id;
    this.broker = `127.0.0.1:${address.port}`;
    this.folder = join(around.dataFolder, 'kafka', `node-${address.id}`);
    this.properties = join(this.folder, 'server.properties');
    this.logFile = join(around.dataFolder, 'logs', `${name}.log`);
    this.pidFile = pidFileOf(around.dataFolder, name);
  }

  /** Of the present process, or of the last one. */
  get pid(): number { return this.present?.process.pid ?? 0; }
  get running(): boolean { return this.present !== undefined && stillRuns(this.present.process); }

  /** Starts the process and waits until it serves clients; nothing if it runs already. Gives the promise of its end. */
  async start(): Promise<{ exited: Promise<Exit> }> {
    if (this.present && this.running) return { exited: this.present.exited };
    await endOrphan(this.pidFile, (commandLine) => commandLine.includes(this.properties));
    const { all } = this.around;
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    replaceFile(this.properties, nodeSettings(this.address, all, join(this.folder, 'log')));
    await this.format();
    this.present = spawnLogged(javaCommand(), [...JVM, '-cp', join(this.around.jars, '*'), 'kafka.Kafka', this.properties], this.logFile, { cwd: this.folder });
    this.present.unref();
    writePidFile(this.pidFile, this.pid);
    await this.answers();
    return { exited: this.present.exited };
  }

  /** Sends a signal, and waits for the end of the process unless the signal only halts or continues it. */
  async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    if (!this.present || !this.running) return;
    signalProcess(this.pid, signal);
    if (signal === 'SIGSTOP' || signal === 'SIGCONT') return;
    if (!(await goneWithin(this.present.process, 15_000))) throw new Error(`Kafka node ${this.id} does not end on ${signal}`);
  }

  /** Ends within 5 s; a node that takes longer to leave is killed, and checks its log at the next start. */
  async stop(): Promise<void> {
    if (this.present) await endProcess(this.present.process, [['SIGTERM', 4_000]]);
    removePidFile(this.pidFile, this.pid);
  }

  /** Whoever was killed while formatting begins again: no broker has run on what is there. */
  private async format(): Promise<void> {
    const done = join(this.folder, 'formatted');
    if (existsSync(done)) return;
    rmSync(join(this.folder, 'log'), { recursive: true, force: true });
    await run(javaCommand(), [...JVM, '-cp', join(this.around.jars, '*'), 'kafka.tools.StorageTool', 'format', '-t', this.around.clusterId, '-c', this.properties]);
    createOnce(done, () => this.around.clusterId);
  }

  private async answers(): Promise<void> {
    for (const deadline = Date.now() + START_MS; ; await sleep(100)) {
      const living = await livingNodes([this.broker], 0).catch((): number[] => []);
      if (living.includes(this.id)) return;
      if (!this.running || Date.now() > deadline) throw new Error(`Kafka node ${this.id} does not start:\n${lastLines(this.logFile)}`);
    }
  }
}
