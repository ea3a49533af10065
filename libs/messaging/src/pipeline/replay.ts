import { isTransientFault, newId, type Database, type Logger, type Transaction } from '@laurel/runtime';
import { handle } from './attempt.js';
import { tell } from './dead-letter.js';
import type { Handlers } from './handlers.js';
import { faultOf } from './pipeline.js';
import { read, type Fault, type Reading } from './reading.js';

interface Row {
  readonly id: string;
  readonly seq: string;
  readonly topic: string;
  readonly partition: number;
  readonly subject: string | null;
  readonly offset: string;
  readonly key: string | null;
  readonly payload: string | null;
  readonly tries: number;
  readonly received_at: Date;
}

interface Request extends Row {
  readonly requested_by: string;
  readonly requested_at: Date;
}

const ROW = 'id, seq, topic, partition, subject, "offset", key, payload, tries, received_at';

/**
 * Carries out the replays that DeadLetters noted: the dead letter, then what is parked behind it, in order and each
 * in a transaction of its own. While one of a queue is left, new events of the aggregate queue behind it.
 */
export class Replay {
  constructor(private readonly options: { readonly database: Database; readonly handlers: Handlers; readonly logger: Logger }) {}

  /** Everything that is asked for by now. */
  async run(signal: AbortSignal): Promise<void> {
    const requests: Request[] = await this.options.database.pipelines.query(
      `select ${ROW}, replay_requested_by as requested_by, replay_requested_at as requested_at
       from dead_letter where state = 'dead' and replay_requested_at is not null order by seq`,
    );
    for (const request of requests) if (!signal.aborted) await this.replay(request, signal);
  }

  private async replay(request: Request, signal: AbortSignal): Promise<void> {
    const fault = await this.apply(request, request);
    this.options.logger.info({ deadLetter: request.id, by: request.requested_by, succeeded: !fault, reason: fault?.reason }, 'dead letter replayed');
    if (fault || request.subject === null) return;
    for (let next = await this.behind(request); next && !signal.aborted; next = await this.behind(request)) {
      if (await this.apply(next)) return;
    }
  }

  private async behind({ topic, subject }: Row): Promise<Row | undefined> {
    const rows: Row[] = await this.options.database.pipelines.query(
      `select ${ROW} from dead_letter where topic = $1 and subject = $2 and state = 'parked' order by seq limit 1`,
      [topic, subject],
    );
    return rows[0];
  }

  /** Applies one event, or notes why it fails now. Faults that may pass are thrown and leave everything as it was. */
  private async apply(row: Row, request?: Request): Promise<Fault | undefined> {
    const { database } = this.options;
    try {
      return await database.asPipeline((tx) => this.settle(tx, row, request));
    } catch (error) {
      if (isTransientFault(error)) throw error;
      const fault = faultOf(error, row.tries + 1);
      await database.asPipeline((tx) => this.note(tx, row, fault, request));
      return fault;
    }
  }

  private async settle(tx: Transaction, row: Row, request?: Request): Promise<Fault | undefined> {
    const waiting: unknown[] = await tx.query(`select from dead_letter where id = $1 and state <> 'replayed' for update`, [row.id]);
    if (waiting.length === 0) return undefined;
    const reading = this.read(row);
    if (!reading.fault) await handle([reading], tx);
    await this.note(tx, row, reading.fault, request);
    return reading.fault;
  }

  private read({ offset, key, payload }: Row): Reading {
    return read({ offset, key, value: payload }, this.options.handlers);
  }

  private async note(tx: Transaction, row: Row, fault: Fault | undefined, request?: Request): Promise<void> {
    await tx.query(
      `update dead_letter set state = $2, reason = coalesce($3, reason), detail = coalesce($4, detail), tries = $5,
         replay_requested_by = null, replay_requested_at = null, replayed_at = case when $2 = 'replayed' then now() end where id = $1`,
      [row.id, fault ? 'dead' : 'replayed', fault?.reason, fault?.detail, row.tries + 1],
    );
    if (!request) return fault && this.tell(tx, row, fault);
    await tx.query(
      'insert into dead_letter_replay (id, dead_letter_id, requested_by, requested_at, succeeded, detail) values ($1, $2, $3, $4, $5, $6)',
      [newId(), row.id, request.requested_by, request.requested_at, !fault, fault?.detail],
    );
  }

  /** What was parked and fails now is a dead letter that nobody has heard of. */
  private async tell(tx: Transaction, row: Row, fault: Fault): Promise<void> {
    const { consumer, topics } = this.options.handlers;
    const topic = topics.find(({ name }) => name === row.topic);
    if (topic) await tell(tx, { consumer, topic, partition: row.partition }, [{ id: row.id, time: row.received_at, reading: { ...this.read(row), fault } }]);
  }
}
