import { Counter, Gauge } from 'prom-client';

/** In prom-client's own registry, which libs/http serves at `/metrics`. */
export const metrics = {
  lag: new Gauge({ name: 'laurel_consumer_lag', help: 'Records of a partition that the consumer has not taken yet', labelNames: ['service', 'topic', 'partition'] }),
  events: new Counter({ name: 'laurel_events_total', help: 'Events by what became of them', labelNames: ['service', 'topic', 'became'] }),
  duplicates: new Counter({ name: 'laurel_duplicates_total', help: 'Events that had arrived before and were absorbed', labelNames: ['service', 'topic'] }),
  published: new Counter({ name: 'laurel_published_total', help: 'Events that the relay has sent', labelNames: ['service', 'topic'] }),
  outboxAge: new Gauge({ name: 'laurel_outbox_age_seconds', help: 'Age of the oldest event that was not sent yet', labelNames: ['service'] }),
  commitAge: new Gauge({ name: 'laurel_commit_age_seconds', help: 'For how long a batch has been in work without a commit', labelNames: ['service'] }),
  deadLetters: new Gauge({ name: 'laurel_dead_letters', help: 'Dead letters that nobody has replayed yet', labelNames: ['service'] }),
  parkedAggregates: new Gauge({ name: 'laurel_parked_aggregates', help: 'Aggregates with events that wait behind a dead letter', labelNames: ['service'] }),
};
