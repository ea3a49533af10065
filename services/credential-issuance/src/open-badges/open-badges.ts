import { Injectable } from '@nestjs/common';
import type { Caller } from '@laurel/http';
import { Clock, Database, PublicOrigin } from '@laurel/runtime';
import { CredentialTable } from '../credentials/credential.table.js';
import { links, windowOf, type CredentialsQuery } from './credential-list.js';

/** Where a wallet reads a learner's credentials. */
export const CREDENTIALS_PATH = 'ims/ob/v3p0/credentials';

/** A page of a learner's credentials, as JSON text that has each of them as it was signed. */
export interface CredentialsPage {
  readonly body: string;
  readonly total: number;
  readonly link: string;
}

@Injectable()
export class OpenBadges {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly origin: PublicOrigin,
  ) {}

  /** What stands of a learner's credentials, oldest first: each can be verified, as section 6.2.2 wants it. */
  async credentials(query: CredentialsQuery, { id, tenant }: Caller): Promise<CredentialsPage> {
    const window = windowOf(query);
    const [rows, total] = await this.database.asTenant(tenant, (tx) => {
      const standing = tx.createQueryBuilder(CredentialTable, 'c').select(['c.id', 'c.document']).where('c.learnerId = :id', { id }).andWhere(`c.status = 'active'`)
        .andWhere(`coalesce((c.document::json ->> 'validUntil')::timestamptz, 'infinity') > :now`, { now: this.clock.now().toISOString() });
      if (query.since !== undefined) standing.andWhere('c.issuedAt > :since', { since: query.since });
      return standing.orderBy('c.id').skip(window.offset).take(window.limit).getManyAndCount();
    });
    return {
      body: `{"credential":[${rows.map(({ document }) => document).join(',')}],"compactJwsString":[]}`,
      total, link: links(`${this.origin.url}/${CREDENTIALS_PATH}`, window, query.since, total),
    };
  }
}
