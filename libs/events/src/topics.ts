const DAY = 24 * 60 * 60 * 1000;

/** A stream of events. Facts carry the whole state of a thing and are compacted to the last one of each key; happenings are kept for a while. */
export interface Topic {
  readonly name: string;
  /** Fixed for good: a key must stay on its partition (events.md). */
  readonly partitions: number;
  readonly compacted: boolean;
  /** How long a happening is kept, in milliseconds; for facts, how long an older one is. */
  readonly retentionMs: number;
}

const facts = (name: string, partitions: number): Topic => ({ name: `laurel.${name}`, partitions, compacted: true, retentionMs: DAY });
const happenings = (name: string, partitions: number, retentionMs = 7 * DAY): Topic => ({ name: `laurel.${name}`, partitions, compacted: false, retentionMs });

/** All topics. The registry's facts share one partition, so that everybody reads them in the order in which they became true (decision 0002). */
export const topics = {
  registry: facts('registry', 1),
  registryQuestion: happenings('registry-question', 1, DAY),
  issuer: facts('issuer', 1),
  contact: facts('contact', 4),
  outcome: happenings('outcome', 4),
  credential: happenings('credential', 4),
  access: happenings('access', 1, DAY),
  signIn: happenings('sign-in', 1, 15 * 60 * 1000),
} as const satisfies Record<string, Topic>;

/** The topic of what a consumer could not take from `topic`. */
export const deadLetterTopic = (topic: Topic): Topic => ({ ...topic, name: `${topic.name}.dlq`, compacted: false, retentionMs: 30 * DAY });

/** What a deployment has to create: every topic, and beside each the one of its dead letters. */
export const allTopics: readonly Topic[] = Object.values(topics).flatMap((topic) => [topic, deadLetterTopic(topic)]);
