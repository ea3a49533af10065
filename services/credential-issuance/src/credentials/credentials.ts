import { Injectable } from '@nestjs/common';
import { cutPage, readCursor, type Caller, type Page, type PageQuery } from '@laurel/http';
import { ANYONE, Database, requestProblem } from '@laurel/runtime';
import { MoreThan } from 'typeorm';
import type { CredentialRow, ListedCredential } from './credential.js';
import { CredentialTable } from './credential.table.js';

const LISTED = { id: true, outcomeId: true, externalId: true, achievementId: true, status: true, issuedAt: true } as const;

@Injectable()
export class Credentials {
  constructor(private readonly database: Database) {}

  /** A learner's own credentials, or those of a provider's outcomes, oldest first; revoked ones are among them. */
  list({ limit, cursor }: PageQuery, caller: Caller): Promise<Page<ListedCredential>> {
    const owner = caller.role === 'provider' ? { providerId: caller.id } : { learnerId: caller.id };
    const where = { ...owner, id: MoreThan(readCursor(cursor) ?? ANYONE) };
    return this.database.asTenant(caller.tenant, async (tx) => {
      const rows = await tx.find(CredentialTable, { where, select: LISTED, order: { id: 'asc' }, take: limit + 1 });
      return cutPage(rows, limit, (row) => listed(row, caller));
    });
  }

  /** One credential, with the document character for character as it was signed. */
  async find(id: string, caller: Caller): Promise<CredentialRow> {
    const row = await this.database.asTenant(caller.tenant, (tx) => tx.findOneBy(CredentialTable, { id }));
    if (!row) throw requestProblem('not-found', 'You have no credential with this id.');
    return row;
  }
}

const listed = ({ id, outcomeId, externalId, achievementId, status, issuedAt }: Pick<CredentialRow, keyof typeof LISTED>, { role }: Caller): ListedCredential => ({
  id, outcomeId, ...(role === 'provider' ? { externalId } : {}), achievementId, status, issuedOn: issuedAt.slice(0, 10),
});
