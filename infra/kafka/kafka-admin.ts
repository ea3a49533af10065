import { setTimeout as sleep } from 'node:timers/promises';
import { Kafka, logLevel, type Admin, type ITopicMetadata } from 'kafkajs';

/** A topic as the deployment creates it; its partitions are never changed in place, since keys would move. */
export interface TopicPlan {
  topic: string;
  partitions: number;
  /** true: the last event of each key is kept for ever; false: all events, for retentionMs. */
  compacted: boolean;
  retentionMs?: number;
}

/**
 * Creates the topics that aren't there yet.
 * @throws when one exists with another number of partitions
 */
export async function createTopics(brokers: readonly string[], topics: readonly TopicPlan[], replicationFactor: number): Promise<void> {
  await withAdmin(brokers, async (admin) => {
    await admin.createTopics({ waitForLeaders: false, timeout: 15_000, topics: topics.map((plan) => ({
      topic: plan.topic, numPartitions: plan.partitions, replicationFactor, configEntries: settingsOf(plan, replicationFactor),
    })) });
    const present = await metadataOf(admin, topics.map(({ topic }) => topic));
    for (const plan of topics) {
      const partitions = present.find(({ name }) => name === plan.topic)?.partitions.length;
      if (partitions !== plan.partitions) throw new Error(`topic ${plan.topic} has ${partitions} partitions where the deployment wants ${plan.partitions}`);
    }
  });
}

/** How long brokers may take to tell each other of new topics, in milliseconds. */
const SPREAD_MS = 15_000;

/**
 * Waits for a broker that has not heard of the topics yet, or of their leaders: it answers as if there were none
 * (UNKNOWN_TOPIC_OR_PARTITION, LEADER_NOT_AVAILABLE). kafkajs's own `waitForLeaders` gives up on the first of the two.
 */
async function metadataOf(admin: Admin, topics: string[]): Promise<ITopicMetadata[]> {
  for (const deadline = Date.now() + SPREAD_MS; ; await sleep(200)) {
    try {
      return (await admin.fetchTopicMetadata({ topics })).topics;
    } catch (error) {
      const later = error instanceof Error && 'retriable' in error && error.retriable === true;
      if (!later || Date.now() > deadline) throw error;
    }
  }
}

function settingsOf({ compacted, retentionMs }: TopicPlan, replicationFactor: number): { name: string; value: string }[] {
  const retention = retentionMs === undefined ? [] : [{ name: 'retention.ms', value: String(retentionMs) }];
  return [
    { name: 'cleanup.policy', value: compacted ? 'compact' : 'delete' },
    { name: 'min.insync.replicas', value: replicationFactor >= 3 ? '2' : '1' },
    ...(compacted ? [] : retention),
  ];
}

/** The ids of the nodes that serve clients now, as these brokers see it; rejects when none answers. */
export async function livingNodes(brokers: readonly string[], retries = 8): Promise<number[]> {
  return withAdmin(brokers, async (admin) => (await admin.describeCluster()).brokers.map(({ nodeId }) => nodeId), retries);
}

async function withAdmin<Result>(brokers: readonly string[], work: (admin: Admin) => Promise<Result>, retries = 8): Promise<Result> {
  const kafka = new Kafka({ clientId: 'laurel-deployment', brokers: [...brokers], logLevel: logLevel.NOTHING, connectionTimeout: 1_000, retry: { retries } });
  const admin = kafka.admin();
  try {
    await admin.connect();
    return await work(admin);
  } finally {
    await admin.disconnect();
  }
}
