import type { Logger } from '@laurel/runtime';
import { logLevel, type logCreator } from 'kafkajs';

/** Writes what kafkajs says into our log. Its errors are our warnings: it tries again, and what ends a consumer arrives as CRASH. */
export const kafkaLog = (logger: Logger): logCreator => () => ({ namespace, level, log }) => {
  const { message, timestamp: _, logger: __, ...rest } = log;
  const write = level <= logLevel.WARN ? 'warn' : 'debug';
  logger[write]({ kafka: namespace, ...rest }, message);
};
