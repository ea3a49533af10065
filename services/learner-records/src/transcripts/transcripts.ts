import { Injectable } from '@nestjs/common';
import { cutPage, readCursor, type Caller, type Page, type PageQuery } from '@laurel/http';
import { Database } from '@laurel/runtime';
import { showEntry, type Entry } from './entry.js';
import { EntryTable } from './entry.table.js';

/** A learner's own lifelong record. */
@Injectable()
export class Transcripts {
  constructor(private readonly database: Database) {}

  /** Newest achievement first, over every provider and form of learning. */
  read({ limit, cursor }: PageQuery, learner: Caller): Promise<Page<Entry>> {
    return this.database.asTenant(learner.tenant, async (tx) => {
      const after = readCursor(cursor);
      const query = tx.createQueryBuilder(EntryTable, 'e').where('e.learnerId = :learner', { learner: learner.id });
      if (after !== undefined) {
        query.andWhere('(e.awardedOn, e.credentialId) < (select last.awarded_on, last.credential_id from learner_records.entries last where last.credential_id = :after)', { after });
      }
      const rows = await query.orderBy('e.awardedOn', 'DESC').addOrderBy('e.credentialId', 'DESC').limit(limit + 1).getMany();
      return cutPage(rows.map((row) => ({ ...row, id: row.credentialId })), limit, showEntry);
    });
  }
}
