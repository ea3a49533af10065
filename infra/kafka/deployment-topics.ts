import { allTopics } from '@laurel/events';
import { createTopics, livingNodes } from './kafka-admin.js';

const FULL_REPLICATION = 3;

/** Creates every topic of libs/events and beside each the one of its dead letters; three replicas where there are three nodes. */
export async function createDeploymentTopics(brokers: readonly string[]): Promise<void> {
  const nodes = await livingNodes(brokers);
  await createTopics(brokers, allTopics.map(({ name, ...plan }) => ({ topic: name, ...plan })), nodes.length >= FULL_REPLICATION ? FULL_REPLICATION : 1);
}
