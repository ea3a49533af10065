import { Anyone } from '../client/anyone.js';
import type { Connection } from '../client/http/connection.js';
import { OperationLog } from '../client/operation-log.js';
import type { Operator } from '../client/operator.js';
import { discardOwnFolder, makeOwnFolder } from '../system/own-folder.js';
import { Mailbox } from '../system/mailbox.js';
import { ownPort } from '../system/own-port.js';
import { killProcesses, type NamedProcess } from '../system/processes.js';
import { RunningLaurel, type Mode } from '../system/running-laurel.js';
import type { Narrator } from './narrator.js';

/** Where the story takes place: a Laurel of its own on a throw-away data folder, and a mail server beside it. */
export class World {
  readonly log = new OperationLog();
  readonly connection: Connection;
  readonly anyone: Anyone;
  readonly operator: Operator;

  private constructor(readonly narrator: Narrator, readonly mailbox: Mailbox, readonly folder: string, private running: RunningLaurel) {
    this.connection = running.connection;
    this.anyone = new Anyone(this.connection);
    this.operator = running.operator();
  }

  static async open(mode: Mode, narrator: Narrator, environment: Readonly<Record<string, string>> = {}): Promise<World> {
    const folder = makeOwnFolder('story');
    const mailbox = await Mailbox.open();
    try {
      // One port for both lives: what is signed carries the origin of the first.
      const laurel = await RunningLaurel.start({ mode, folder, port: await ownPort(), environment: { ...environment, SMTP_URL: mailbox.url } });
      return new World(narrator, mailbox, folder, laurel);
    } catch (error) {
      await mailbox.close();
      discardOwnFolder(folder);
      throw error;
    }
  }

  get laurel(): RunningLaurel {
    return this.running;
  }

  /** SIGKILL to every process of it. */
  kill(): Promise<NamedProcess[]> {
    return this.running.kill();
  }

  async restart(): Promise<RunningLaurel> {
    this.running = await RunningLaurel.start(this.running.options);
    return this.running;
  }

  /** Ends everything and leaves nothing behind. */
  async close(): Promise<void> {
    try {
      await this.running.stop();
    } finally {
      await this.abandon();
    }
  }

  /** As close, when there is no time for manners. */
  async abandon(): Promise<void> {
    await killProcesses(this.running.processes());
    await this.mailbox.close();
    discardOwnFolder(this.folder);
  }
}
