import { problemTable } from './problem.js';

/** The refusals that any service may answer, whatever its subject. */
export const requestProblem = problemTable({
  'malformed-json': {
    status: 400,
    title: 'The body is not JSON that can be read',
    advice: 'Send one JSON text in UTF-8 without a byte order mark, with no key twice in an object, at most 64 levels deep.',
  },
  unauthenticated: {
    status: 401,
    title: 'A valid access token is needed',
    advice: 'Get an access token (POST /oauth/token for machines, POST /v1/sign-in for learners) and send it as Authorization: Bearer.',
  },
  forbidden: {
    status: 403,
    title: 'This caller may not do that',
    advice: 'Use a token of somebody whose role includes this request.',
  },
  'not-found': {
    status: 404,
    title: 'There is nothing here for you',
    advice: 'Check the path and the id. What belongs to somebody else is answered like what does not exist.',
  },
  'method-not-allowed': {
    status: 405,
    title: 'This path is not for that',
    advice: 'Use a method that the Allow header names.',
  },
  'body-too-large': {
    status: 413,
    title: 'The body is too large',
    advice: 'Send at most 1 MB, or 8 MB to POST /v1/outcomes/batch and POST /v1/verifications/batch; split what is larger.',
  },
  'unsupported-media-type': {
    status: 415,
    title: 'The body is not in a format that is read here',
    advice: 'Send Content-Type: application/json (application/x-www-form-urlencoded to /oauth/token) and no Content-Encoding.',
  },
  'validation-failed': {
    status: 422,
    title: 'The request does not fit the schema',
    advice: 'Mend what each entry of errors points to (JSON pointers into the request) and send it again.',
  },
  'too-many-requests': {
    status: 429,
    title: 'Too many requests',
    advice: 'Wait for the seconds that Retry-After names.',
  },
  'internal-error': {
    status: 500,
    title: 'Something went wrong on our side',
    advice: 'Try again; tell the operator the requestId if it stays.',
  },
  unavailable: {
    status: 503,
    title: 'A part that this needs is not there at the moment',
    advice: 'Nothing was stored. Try again after the seconds that Retry-After names.',
  },
});
