/** Brokers of the site's own, in whose place no broker is started. */
export const givenBrokers = (): readonly string[] | undefined => process.env.KAFKA_BROKERS?.split(',');
