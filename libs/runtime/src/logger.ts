import { pino, type Logger } from 'pino';

export type { Logger };

/** What never stands in a log, wherever in an object it turns up (security.md, Privacy). */
const PERSONAL = ['email', 'name', 'address', 'code', 'token', 'access_token', 'authorization', 'clientSecret', 'password', 'proofValue', 'jwe', 'learner', 'identifiers'];

/** The service's logger: JSON lines on stderr, so that stdout stays for what a person asked for. */
export function createLogger(service: string, level: string): Logger {
  const paths = PERSONAL.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]);
  return pino({ base: { service, pid: process.pid }, level, redact: { paths, censor: '[redacted]' }, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination({ dest: 2, sync: true }));
}
