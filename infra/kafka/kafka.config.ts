import { homedir } from 'node:os';
import { join } from 'node:path';

/** Brokers of the site's own (`host:port,host:port`); where they are given, no broker is started here. */
export const givenBrokers = (): string | undefined => process.env.KAFKA_BROKERS || undefined;

/** Downloaded once, used by every checkout and every `npm ci`. */
export const cacheFolder = (): string => join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'laurel');

export const javaCommand = (): string => (process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin', 'java') : 'java');
