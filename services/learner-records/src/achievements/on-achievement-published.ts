import { Injectable } from '@nestjs/common';
import { achievementPublished, type EventOf } from '@laurel/events';
import { OnEvent } from '@laurel/messaging';
import type { Transaction } from '@laurel/runtime';

@Injectable()
export class OnAchievementPublished {
  @OnEvent(achievementPublished)
  async remember(events: readonly EventOf<typeof achievementPublished>[], tx: Transaction): Promise<void> {
    await tx.query(
      `insert into learner_records.known_achievements (id, provider_id) select distinct * from unnest($1::uuid[], $2::uuid[]) on conflict do nothing`,
      [events.map(({ data }) => data.id), events.map(({ data }) => data.providerId)],
    );
  }
}
