import { EventEmitter } from 'node:events';
import type { Transaction } from '@laurel/runtime';
import type { DataSource, EntitySubscriberInterface, QueryRunner } from 'typeorm';

/**
 * Says in this process that a transaction with events was committed, by the name of the service's schema.
 * Not by NOTIFY inside the transaction: its commits hold one lock of the whole server while they are
 * flushed, which takes the group commit from every request. Relays of other processes are told afterwards (relay.ts).
 */
const commits = new EventEmitter().setMaxListeners(0);
const watched = new WeakSet<DataSource>();

const teller: EntitySubscriberInterface = {
  afterTransactionCommit: ({ queryRunner }) => {
    if (queryRunner.data.emitted === true) commits.emit(schemaOf(queryRunner));
  },
};

/** Marks a transaction as one to tell about when it commits. */
export function announceCommit(tx: Transaction): void {
  if (!tx.queryRunner) throw new Error('events are emitted inside a transaction only');
  tx.queryRunner.data.emitted = true;
  if (watched.has(tx.dataSource)) return;
  watched.add(tx.dataSource);
  tx.dataSource.subscribers.push(teller);
}

/** Calls back after each commit with events; returns how to stop that. */
export function onCommit(schema: string, wake: () => void): () => void {
  commits.on(schema, wake);
  return () => commits.off(schema, wake);
}

function schemaOf(runner: QueryRunner): string {
  const { options } = runner.dataSource;
  if (options.type !== 'postgres' || !options.schema) throw new Error('a data source of a service names its schema');
  return options.schema;
}
