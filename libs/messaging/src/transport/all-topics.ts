import { deadLetterTopic, topics, type Topic } from '@laurel/events';

/** What a deployment has to create: every topic, and beside each the one of its dead letters. */
export const allTopics: readonly Topic[] = Object.values(topics).flatMap((topic) => [topic, deadLetterTopic(topic)]);
