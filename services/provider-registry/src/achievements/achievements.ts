import { Injectable } from '@nestjs/common';
import { achievementPublished, type Achievement } from '@laurel/events';
import { cutPage, readCursor, type Caller, type Page } from '@laurel/http';
import { ANYONE, Clock, Database, newId, requestProblem, type Transaction } from '@laurel/runtime';
import { In } from 'typeorm';
import { AccreditationTable } from '../accreditations/accreditation.table.js';
import { ProviderTable } from '../providers/provider.table.js';
import { tell } from '../registry-log.js';
import { recognised, type AchievementQuery, type PublishAchievement, type RecognisedAchievement } from './achievement.js';
import { AchievementTable } from './achievement.table.js';

@Injectable()
export class Achievements {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  publish(achievement: PublishAchievement, provider: Caller): Promise<Achievement> {
    return this.database.asTenant(provider.tenant, (tx) => this.insert(tx, { ...achievement, id: newId(), version: 1, providerId: provider.id, publishedAt: this.clock.now().toISOString() }));
  }

  /** The next version; what was earned under the ones before stays what it was. */
  publishVersion(id: string, achievement: PublishAchievement, provider: Caller): Promise<Achievement> {
    return this.database.asTenant(provider.tenant, async (tx) => {
      const first = await tx.findOne(AchievementTable, { where: { id, version: 1, providerId: provider.id }, lock: { mode: 'pessimistic_write' } });
      if (!first) throw requestProblem('not-found', 'You have no achievement with this id.');
      const latest = await tx.maximum(AchievementTable, 'version', { id });
      return this.insert(tx, { ...achievement, id, version: (latest ?? 1) + 1, providerId: provider.id, publishedAt: this.clock.now().toISOString() });
    });
  }

  /** Achievements in their latest version, oldest first. */
  list({ limit, cursor, providerId }: AchievementQuery): Promise<Page<RecognisedAchievement>> {
    return this.database.asTenant(ANYONE, async (tx) => {
      const query = tx.createQueryBuilder(AchievementTable, 'a').distinctOn(['a.id']).where('a.id > :after', { after: readCursor(cursor) ?? ANYONE });
      if (providerId !== undefined) query.andWhere('a.providerId = :providerId', { providerId });
      const rows = await query.orderBy('a.id').addOrderBy('a.version', 'DESC').limit(limit + 1).getMany();
      const shown = await this.recognise(tx, rows);
      return cutPage(shown, limit, (row) => row);
    });
  }

  find(id: string): Promise<RecognisedAchievement> {
    return this.database.asTenant(ANYONE, async (tx) => {
      const latest = await tx.findOne(AchievementTable, { where: { id }, order: { version: 'desc' } });
      const [shown] = await this.recognise(tx, latest ? [latest] : []);
      if (!shown) throw requestProblem('not-found', 'No achievement has this id.');
      return shown;
    });
  }

  private async insert(tx: Transaction, achievement: Achievement): Promise<Achievement> {
    await tx.insert(AchievementTable, achievement);
    await tell(tx, achievementPublished, { subject: achievement.id, version: achievement.version, time: this.clock.now(), data: achievement });
    return achievement;
  }

  private async recognise(tx: Transaction, rows: readonly Achievement[]): Promise<RecognisedAchievement[]> {
    const ids = [...new Set(rows.map(({ providerId }) => providerId))];
    const providers = await tx.findBy(ProviderTable, { id: In(ids) });
    const accreditations = await tx.findBy(AccreditationTable, { providerId: In(ids) });
    const names = new Map(providers.map(({ id, name }) => [id, name]));
    return rows.map((row) => recognised(row, names.get(row.providerId) ?? '', accreditations));
  }
}
