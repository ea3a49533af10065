import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';

const FORM = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;
const current = new AsyncLocalStorage<string>();

/** The `traceparent` (W3C Trace Context section 3.2) of what runs now, if it runs inside a trace. */
export const currentTrace = (): string | undefined => current.getStore();

/** Continues the trace of the caller with a span of its own, or begins one where what was sent is none. */
export function continueTrace(parent: string | undefined): string {
  const [, traceId] = FORM.exec(parent ?? '') ?? [];
  const valid = traceId !== undefined && !/^0+$/.test(traceId);
  return `00-${valid ? traceId : randomBytes(16).toString('hex')}-${randomBytes(8).toString('hex')}-01`;
}

/** Runs the work inside a trace, so that logs and events made in it carry it on. */
export const inTrace = <Result>(traceparent: string, work: () => Result): Result => current.run(traceparent, work);
