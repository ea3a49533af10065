import { join } from 'node:path';
import { endOrphan, pidFileOf, removePidFile, writePidFile } from '../processes/pid-file.js';
import { endProcess, type RunningProcess } from '../processes/running-process.js';
import { SERVICE_FLAGS } from '../processes/service-flags.js';
import { spawnLogged, type Exit } from '../processes/spawn-logged.js';

export interface NodeChildOptions {
  /** As its pid file and its log are called. */
  name: string;
  /** Compiled entry, absolute. */
  entry: string;
  /** Absolute. */
  dataFolder: string;
  environment: Record<string, string>;
}

/** One of our own programs as a process; its log goes to `<data>/logs/<name>.log`. */
export class NodeChild {
  readonly name: string;
  private readonly pidFile: string;
  private process: RunningProcess | undefined;

  constructor(private readonly options: NodeChildOptions) {
    this.name = options.name;
    this.pidFile = pidFileOf(options.dataFolder, options.name);
  }

  /** Ends the process that a killed supervisor left behind: the command line says which deployment it belongs to. */
  async endOrphan(): Promise<void> {
    const { entry, dataFolder } = this.options;
    await endOrphan(this.pidFile, (commandLine) => commandLine.includes(`${entry} ${dataFolder}`));
  }

  async start(): Promise<{ exited: Promise<Exit> }> {
    const { entry, dataFolder, environment } = this.options;
    const { process: child, exited } = spawnLogged(process.execPath, [...SERVICE_FLAGS, entry, dataFolder], join(dataFolder, 'logs', `${this.name}.log`), { env: environment });
    this.process = child;
    writePidFile(this.pidFile, child.pid);
    return { exited };
  }

  /** SIGTERM, and SIGKILL to what is still there after the grace, in milliseconds. */
  async stop(graceMs: number): Promise<void> {
    if (!this.process) return;
    await endProcess(this.process, [['SIGTERM', graceMs]]);
    removePidFile(this.pidFile, this.process.pid);
  }
}
