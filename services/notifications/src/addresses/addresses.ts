import { Injectable } from '@nestjs/common';
import type { Transaction } from '@laurel/runtime';
import { z } from 'zod';
import type { Address } from './address.js';

const Known = z.array(z.object({ learner_id: z.uuid(), known: z.boolean() }));

/** Where learners can be written to. Addresses and messages come by topics of their own, in any order. */
@Injectable()
export class Addresses {
  /** Keeps the newest address of each learner; rows are taken in one order, so that two batches can't wait for each other. */
  async store(tx: Transaction, addresses: readonly Required<Address>[]): Promise<void> {
    const newest = new Map(addresses.map((address) => [address.learnerId, address]));
    const rows = [...newest.values()].sort((a, b) => a.learnerId.localeCompare(b.learnerId));
    await tx.query(
      `insert into addresses (learner_id, contact, version) select * from unnest($1::uuid[], $2::text[], $3::int[])
       on conflict (learner_id) do update set contact = excluded.contact, version = excluded.version where addresses.version < excluded.version`,
      [rows.map(({ learnerId }) => learnerId), rows.map(({ contact }) => contact), rows.map(({ version }) => version)],
    );
  }

  /**
   * Those of the learners whose address is known. All their rows stay locked until the transaction ends: an address
   * that comes meanwhile is stored after it, and so finds every message that waits.
   */
  async known(tx: Transaction, learnerIds: readonly string[]): Promise<Set<string>> {
    const ids = [...new Set(learnerIds)].sort();
    if (ids.length === 0) return new Set();
    await tx.query(`insert into addresses (learner_id, version) select unnest($1::uuid[]), 0 on conflict do nothing`, [ids]);
    const rows = await tx.query(`select learner_id, contact is not null as known from addresses where learner_id = any($1) order by learner_id for share`, [ids]);
    return new Set(Known.parse(rows).filter(({ known }) => known).map(({ learner_id }) => learner_id));
  }
}
