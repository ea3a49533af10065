import { describe, expect, it } from '@jest/globals';
import { QueryFailedError, QueryRunnerAlreadyReleasedError } from 'typeorm';
import { isTransientFault, violatedConstraint } from './faults.js';

const withCode = (message: string, code: string, more: object = {}) => Object.assign(new Error(message), { code, ...more });

describe('a fault of the database', () => {
  it.each([
    ['a server that is away', withCode('connect ECONNREFUSED 127.0.0.1:5432', 'ECONNREFUSED')],
    ['a server that goes down', withCode('terminating connection due to administrator command', '57P01')],
    ['a deadlock', new QueryFailedError('select 1', [], withCode('deadlock detected', '40P01'))],
    ['a session that TypeORM took away', new QueryRunnerAlreadyReleasedError()],
    ['a cause within a cause', new Error('a', { cause: new Error('b', { cause: withCode('c', '53300') }) })],
  ])('%s passes by itself', (_, error) => expect(isTransientFault(error)).toBe(true));

  it.each([
    ['a wrong statement', new QueryFailedError('select x', [], withCode('column "x" does not exist', '42703'))],
    ['a duplicate', withCode('duplicate key value', '23505')],
    ['a fault of ours', new TypeError('x is undefined')],
    ['no error at all', 'gone'],
  ])('%s does not', (_, error) => expect(isTransientFault(error)).toBe(false));

  it('names the constraint that a duplicate met', () => {
    const duplicate = withCode('duplicate key value', '23505', { constraint: 'outcomes_external_id' });
    expect(violatedConstraint(new QueryFailedError('insert', [], duplicate))).toBe('outcomes_external_id');
    expect(violatedConstraint(withCode('not null', '23502'))).toBeUndefined();
  });
});
