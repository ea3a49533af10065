import { describe, expect, it } from '@jest/globals';
import type { Answer } from '../client/http/answer.js';
import { faultOf, tokenFaultOf } from './judge.js';

const document = { type: 'https://laurel.example/problems/validation-failed', title: 'x', status: 422, detail: 'x', code: 'validation-failed', requestId: 'r' };
const answer = (status: number, body: unknown, type = 'application/problem+json'): Answer => ({ status, headers: new Headers({ 'content-type': type }), body, bytes: Buffer.from(JSON.stringify(body)), text: JSON.stringify(body) });

describe('the judge of refusals', () => {
  it('finds no fault with a problem document', () => {
    expect(faultOf(answer(422, document))).toBeUndefined();
  });

  it.each<[string, Answer]>([
    ['a success', answer(200, document)],
    ['a fault of the server', answer(500, { ...document, status: 500 })],
    ['another content type', answer(422, document, 'application/json')],
    ['no document', answer(422, { message: 'Bad Request' })],
    ['a document without a code', answer(422, { ...document, code: undefined })],
    ['another status in the document', answer(400, document)],
    ['a code that is a sentence', answer(422, { ...document, code: 'Not valid' })],
    ['a type that leads elsewhere', answer(422, { ...document, type: 'about:blank' })],
    ['a stack', answer(422, { ...document, detail: 'Error: x\n    at f (/srv/laurel/x.js:1:2)' })],
    ['what the database said', answer(422, { ...document, detail: 'null value in column "x" violates not-null constraint' })],
  ])('finds fault with %s', (_, given) => {
    expect(faultOf(given)).toBeDefined();
  });

  it('knows that tokens are refused in the words of RFC 6749', () => {
    expect(tokenFaultOf(answer(401, { error: 'invalid_client' }, 'application/json'))).toBeUndefined();
    expect(tokenFaultOf(answer(400, { message: 'x' }, 'application/json'))).toBeDefined();
    expect(tokenFaultOf(answer(500, { error: 'server_error' }, 'application/json'))).toBeDefined();
  });
});
