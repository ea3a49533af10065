import type { Database } from '@laurel/runtime';

/** A dead letter as a person looks at it. */
export interface DeadLetter {
  readonly id: string;
  readonly state: 'dead' | 'parked' | 'replayed';
  readonly topic: string;
  readonly partition: number;
  /** Of the record, as decimal digits. */
  readonly offset: string;
  /** CloudEvents id, type and subject, where they could be read. */
  readonly eventId: string | null;
  readonly type: string | null;
  readonly subject: string | null;
  readonly reason: string | null;
  readonly detail: string | null;
  readonly tries: number;
  readonly receivedAt: Date;
  readonly replayRequestedAt: Date | null;
  readonly replayedAt: Date | null;
  /** Events of the same aggregate that wait behind this one. */
  readonly parked: number;
}

/** Members that are left out are no limit. */
export interface DeadLetterFilter {
  readonly ids?: readonly string[];
  readonly state?: DeadLetter['state'];
  readonly topic?: string;
  readonly type?: string;
  readonly reason?: string;
  readonly subject?: string;
}

export interface ReplayAudit {
  readonly requestedBy: string;
  readonly requestedAt: Date;
  readonly endedAt: Date;
  readonly succeeded: boolean;
  readonly detail: string | null;
}

export interface ShownDeadLetter extends DeadLetter {
  /** The record as it came. */
  readonly payload: string | null;
  readonly replays: readonly ReplayAudit[];
}

const FIELDS = `id, state, topic, partition, "offset", event_id as "eventId", type, subject, reason, detail, tries, received_at as "receivedAt",
  replay_requested_at as "replayRequestedAt", replayed_at as "replayedAt",
  case when letter.state = 'dead' and letter.subject is not null then (select count(*)::int from dead_letter behind
    where behind.topic = letter.topic and behind.subject = letter.subject and behind.state = 'parked') else 0 end as parked`;

/** The way back for what a consumer could not take. Works beside the running service, which carries replays out. */
export class DeadLetters {
  constructor(private readonly database: Database) {}

  /** The oldest first; at most `limit`. */
  async list(filter: DeadLetterFilter = {}, limit = 100): Promise<DeadLetter[]> {
    const { where, values } = conditions(filter);
    return this.database.pipelines.query(`select ${FIELDS} from dead_letter letter where ${where} order by seq limit $${values.length + 1}`, [...values, limit]);
  }

  async show(id: string): Promise<ShownDeadLetter | undefined> {
    // In this order: a replay that is seen is then in the letter's state too.
    const replays: ReplayAudit[] = await this.database.pipelines.query(
      `select requested_by as "requestedBy", requested_at as "requestedAt", ended_at as "endedAt", succeeded, detail from dead_letter_replay where dead_letter_id = $1 order by ended_at`,
      [id],
    );
    const rows: Omit<ShownDeadLetter, 'replays'>[] = await this.database.pipelines.query(`select ${FIELDS}, payload from dead_letter letter where id = $1`, [id]);
    return rows[0] && { ...rows[0], replays };
  }

  /**
   * Asks the service to take dead letters again, under their own event ids, and after each what is parked behind it.
   * It does so within seconds and leaves an audit entry; `show` tells how it went.
   * @returns what was asked for; with `dryRun` what would have been
   */
  async replay(filter: DeadLetterFilter, { by, dryRun = false }: { readonly by: string; readonly dryRun?: boolean }): Promise<DeadLetter[]> {
    return this.database.asPipeline(async (tx) => {
      const { where, values } = conditions({ ...filter, state: 'dead' });
      const letters: DeadLetter[] = await tx.query(`select ${FIELDS} from dead_letter letter where ${where} order by seq for update`, values);
      const ids = letters.map(({ id }) => id);
      if (!dryRun) await tx.query('update dead_letter set replay_requested_by = $2, replay_requested_at = now() where id = any($1)', [ids, by]);
      return letters;
    });
  }
}

function conditions({ ids, ...filter }: DeadLetterFilter): { where: string; values: unknown[] } {
  const given = Object.entries(filter).filter(([, value]) => value !== undefined);
  const values: unknown[] = given.map(([, value]) => value);
  const clauses = given.map(([column], index) => `letter.${column} = $${index + 1}`);
  if (ids) {
    values.push(ids);
    clauses.push(`letter.id = any($${values.length})`);
  }
  return { where: clauses.join(' and ') || 'true', values };
}
