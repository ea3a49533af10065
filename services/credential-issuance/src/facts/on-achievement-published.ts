import { Injectable } from '@nestjs/common';
import { achievementPublished, type EventOf } from '@laurel/events';
import { OnEvent } from '@laurel/messaging';
import type { Transaction } from '@laurel/runtime';

@Injectable()
export class OnAchievementPublished {
  /** A version never changes, so the first word about it is the last. */
  @OnEvent(achievementPublished)
  async learn(events: readonly EventOf<typeof achievementPublished>[], tx: Transaction): Promise<void> {
    const facts = events.map(({ data }) => ({ id: data.id, version: data.version, fact: data }));
    await tx.query(
      `insert into achievements (id, version, fact) select id, version, fact from jsonb_to_recordset($1::jsonb) as f (id uuid, version int, fact jsonb) on conflict do nothing`,
      [JSON.stringify(facts)],
    );
  }
}
