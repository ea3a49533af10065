import { Injectable } from '@nestjs/common';
import { contactChanged } from '@laurel/events';
import { emit } from '@laurel/messaging';
import { Clock, newId, type Transaction } from '@laurel/runtime';
import { randomUUID } from 'node:crypto';
import { In } from 'typeorm';
import { keysOf, normalEmail, type Identifier, type Learner, type LearnerReference } from './learner.js';
import { IdentifierTable, LearnerTable } from './learner.table.js';
import { Seal } from './seal.js';

/** What resolution changed, so that it is written at once at the end. */
interface Additions {
  readonly learners: Learner[];
  readonly identifiers: Identifier[];
}

@Injectable()
export class Learners {
  constructor(
    private readonly clock: Clock,
    private readonly seal: Seal,
  ) {}

  /**
   * The learner of each reference, in order; who is not known yet is added (flow.md, Learner resolution). References to
   * the same unknown person, here or in another transaction, become one learner.
   */
  async resolve(tx: Transaction, references: readonly LearnerReference[], providerId: string): Promise<Learner[]> {
    const keys = references.map((reference) => keysOf(reference, providerId));
    const all = [...new Set(keys.flat())];
    await queue(tx, all);
    const identifiers = new Map((await tx.findBy(IdentifierTable, { key: In(all) })).map((row) => [row.key, row.learnerId]));
    const learners = new Map((await tx.findBy(LearnerTable, { id: In([...new Set(identifiers.values())]) })).map((row) => [row.id, row]));
    const added: Additions = { learners: [], identifiers: [] };
    const resolved = keys.map((own) => {
      const known = own.map((key) => identifiers.get(key)).find((id) => id !== undefined);
      const learner = (known === undefined ? undefined : learners.get(known)) ?? this.add(added, providerId);
      learners.set(learner.id, learner);
      // only who brought a learner may say more about it: an address that somebody else adds could open the record to its owner
      for (const key of learner.createdBy === providerId ? own.filter((each) => !identifiers.has(each)) : []) {
        identifiers.set(key, learner.id);
        added.identifiers.push({ key, learnerId: learner.id, addedBy: providerId });
      }
      return learner;
    });
    await this.write(tx, added);
    return resolved;
  }

  private add(added: Additions, createdBy: string): Learner {
    const learner = { id: newId(), subjectId: `urn:uuid:${randomUUID()}`, createdBy, createdAt: this.clock.now().toISOString() };
    added.learners.push(learner);
    return learner;
  }

  private async write(tx: Transaction, { learners, identifiers }: Additions): Promise<void> {
    if (learners.length > 0) await tx.insert(LearnerTable, learners);
    if (identifiers.length === 0) return;
    await tx.insert(IdentifierTable, identifiers);
    await this.tellContacts(tx, identifiers);
  }

  /** Notifications learn the address to write to, sealed; the first one of a learner stays. */
  private async tellContacts(tx: Transaction, identifiers: readonly Identifier[]): Promise<void> {
    const emails = identifiers.filter(({ key }) => key.startsWith('email:'));
    const first = new Map([...emails].reverse().map(({ key, learnerId }) => [learnerId, normalEmail(key.slice('email:'.length))]));
    const contacts = await Promise.all([...first].map(async ([learnerId, email]) => ({ learnerId, contact: await this.seal.seal({ email }) })));
    const time = this.clock.now();
    await emit(tx, contactChanged, contacts.map((data) => ({ subject: data.learnerId, version: 1, orderingKey: data.learnerId, time, data })));
  }
}

/** Whoever resolves the same keys at the same time waits, in one order for all, so that nobody is added twice and nobody waits in a circle. */
const queue = (tx: Transaction, keys: readonly string[]) =>
  tx.query(`select pg_advisory_xact_lock(lock) from (select distinct hashtextextended(key, 0) as lock from unnest($1::text[]) key order by 1) locks`, [keys]);
