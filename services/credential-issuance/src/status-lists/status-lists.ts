import { Injectable } from '@nestjs/common';
import { ANYONE, Clock, Database, requestProblem, type Transaction } from '@laurel/runtime';
import { createHash } from 'node:crypto';
import type { ActingIssuer } from '../issuers/issuers.js';
import { Signatory } from '../issuers/signatory.js';
import { listDocument, withMarks, type Mark, type StatusList } from './status-list.js';
import { StatusListTable } from './status-list.table.js';

/** What is served: the credential of a list, and a strong validator of it (RFC 9110 section 8.8.1). */
export interface PublishedList {
  readonly document: string;
  readonly etag: string;
}

@Injectable()
export class StatusLists {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly signatory: Signatory,
  ) {}

  /** Makes marks and signs each list that they touch, once; it is public when the transaction commits. */
  async mark(tx: Transaction, issuers: ReadonlyMap<string, ActingIssuer>, marks: readonly Mark[]): Promise<void> {
    const lists: (Pick<StatusList, 'id' | 'providerId' | 'purpose' | 'url' | 'bits'> & { pairId: string })[] = await tx.query(
      `select l.id, l.provider_id as "providerId", l.purpose, l.url, l.bits, p.id as "pairId"
       from (select distinct pair_id, purpose from unnest($1::uuid[], $2::text[]) as w (pair_id, purpose)) wanted
       join status_list_pairs p on p.id = wanted.pair_id
       join status_lists l on l.id = case wanted.purpose when 'revocation' then p.revocation_list else p.suspension_list end
       order by l.id for no key update of l`,
      [marks.map(({ pairId }) => pairId), marks.map(({ purpose }) => purpose)],
    );
    for (const { pairId, ...list } of lists) {
      const issuer = issuers.get(list.providerId);
      if (!issuer) throw new Error(`the status list ${list.id} has no issuer`);
      const made = marks.filter((mark) => mark.pairId === pairId && mark.purpose === list.purpose);
      await this.publish(tx, { ...list, bits: withMarks(list.bits, made) }, issuer);
    }
  }

  async find(id: string): Promise<PublishedList> {
    const list = await this.database.asTenant(ANYONE, (tx) => tx.findOne(StatusListTable, { where: { id }, select: { id: true, document: true } }));
    if (!list) throw requestProblem('not-found', 'No status list has this id.');
    return { document: list.document, etag: `"${createHash('sha256').update(list.document).digest('base64url')}"` };
  }

  private async publish(tx: Transaction, list: Pick<StatusList, 'id' | 'purpose' | 'url' | 'bits'>, { issuer, keys }: ActingIssuer): Promise<void> {
    const now = this.clock.now();
    const document = await this.signatory.sign(listDocument(list, issuer.id, now.toISOString()), keys['status-lists'], now);
    await tx.update(StatusListTable, list.id, { bits: list.bits, document, signedAt: now.toISOString() });
  }
}
