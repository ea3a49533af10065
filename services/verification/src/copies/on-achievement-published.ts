import { Injectable } from '@nestjs/common';
import { achievementPublished, type EventOf } from '@laurel/events';
import { OnEvent } from '@laurel/messaging';
import type { Transaction } from '@laurel/runtime';
import { AchievementTable } from './fact.table.js';

@Injectable()
export class OnAchievementPublished {
  /** Each version is published once and never changes. */
  @OnEvent(achievementPublished)
  async learn(events: readonly EventOf<typeof achievementPublished>[], tx: Transaction): Promise<void> {
    const facts = events.map(({ data }) => ({ id: data.id, version: data.version, fact: data }));
    await tx.createQueryBuilder().insert().into(AchievementTable).values(facts).orIgnore().execute();
  }
}
