import { describe, expect, it } from '@jest/globals';
import { problemTable, requestProblem, type Problem } from '@laurel/runtime';
import { isImsx, StatusInfo, statusInfo } from './imsx-status.js';

const problem = problemTable({ odd: { status: 418, title: 'Odd', advice: 'None.' } });

describe('a refusal in the form of 1EdTech', () => {
  it.each<[Problem, string, number, string, string, string]>([
    [requestProblem('validation-failed', 'limit'), 'GET', 400, 'failure', 'error', 'invalid_query_parameter'],
    [requestProblem('validation-failed', 'name'), 'PUT', 422, 'failure', 'error', 'invalid_data'],
    [requestProblem('malformed-json', ''), 'POST', 400, 'failure', 'error', 'invalid_data'],
    [requestProblem('unauthenticated', ''), 'GET', 401, 'failure', 'error', 'unauthorizedrequest'],
    [requestProblem('forbidden', ''), 'GET', 403, 'failure', 'error', 'forbidden'],
    [requestProblem('not-found', ''), 'GET', 404, 'failure', 'status', 'not_found'],
    [requestProblem('method-not-allowed', ''), 'POST', 405, 'unsupported', 'error', 'not_allowed'],
    [requestProblem('too-many-requests', ''), 'GET', 429, 'failure', 'error', 'server_busy'],
    [requestProblem('internal-error', ''), 'GET', 500, 'failure', 'error', 'internal_server_error'],
    [requestProblem('unavailable', ''), 'GET', 503, 'failure', 'error', 'unknown'],
    [problem('odd', ''), 'GET', 418, 'failure', 'error', 'unknown'],
  ])('%s of a %s is %i %s %s %s', (refusal, method, status, major, severity, minor) => {
    const told = statusInfo(refusal, method, 'https://laurel.example');
    expect(StatusInfo.parse(told.body)).toEqual(told.body);
    expect(told).toMatchObject({
      status, body: { imsx_codeMajor: major, imsx_severity: severity, imsx_codeMinor: { imsx_codeMinorField: [{ imsx_codeMinorFieldName: 'https://laurel.example', imsx_codeMinorFieldValue: minor }] } },
    });
  });

  it.each([['/ims/ob/v3p0/profile', true], ['/ims/x', true], ['/v1/ims/', false], ['/imsx', false]])('%s has it: %s', (path, has) => expect(isImsx(path)).toBe(has));
});
