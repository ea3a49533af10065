import { isNativeError } from 'node:util/types';

/** SQLSTATE classes (PostgreSQL manual, appendix A) that say "not now" rather than "not so". */
const TRANSIENT_STATES = /^(08...|53...|57P0[1-5]|57014|58030|40001|40P01|55P03|25P03|XX000)$/;
const TRANSIENT_CODES = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH']);
/** TypeORM takes a session away from a transaction whose connection broke, and then calls it released. */
const TRANSIENT_WORDS = /connection terminated|timeout exceeded when trying to connect|client has encountered a connection error|connection (?:error|ended)|driver not connected|already released/i;

/** isNativeError rather than instanceof: an error of a socket is of Node's own realm, which in a test is another one. */
const causes = (error: unknown): Error[] => {
  if (!isNativeError(error)) return [];
  const inner = [error.cause, 'driverError' in error ? error.driverError : undefined, ...('errors' in error && Array.isArray(error.errors) ? error.errors : [])];
  return [error, ...inner.filter((each) => each !== error).flatMap(causes)];
};

/** Whether the same work may succeed later without anybody changing it: the server is away, is full, or chose another transaction. */
export const isTransientFault = (error: unknown): boolean =>
  causes(error).some((each) => {
    const code = 'code' in each ? String(each.code) : '';
    return TRANSIENT_STATES.test(code) || TRANSIENT_CODES.has(code) || TRANSIENT_WORDS.test(each.message);
  });

/** The unique constraint that a statement ran into, if that is what happened (SQLSTATE 23505). */
export const violatedConstraint = (error: unknown): string | undefined => {
  const violation = causes(error).find((each) => 'code' in each && each.code === '23505');
  return violation && 'constraint' in violation ? String(violation.constraint) : undefined;
};
