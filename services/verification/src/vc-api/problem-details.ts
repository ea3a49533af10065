import type { Check, MessageCode } from '@laurel/credentials';
import type { Held } from '../verifications/verification.js';
import type { ProblemDetail } from './vc-api.js';

const DATA_MODEL = 'https://www.w3.org/TR/vc-data-model#';
const SECURITY = 'https://w3id.org/security#';
const STATUS_LIST = 'https://www.w3.org/ns/credentials/status-list#';

const [MALFORMED, CRYPTOGRAPHIC, RANGE] = [
  [`${DATA_MODEL}MALFORMED_VALUE_ERROR`, 'A value has not the form that it must have'],
  [`${DATA_MODEL}CRYPTOGRAPHIC_SECURITY_ERROR`, 'What secures it does not hold'],
  [`${DATA_MODEL}RANGE_ERROR`, 'A value is outside of what is allowed'],
] as const;
const UNTYPED = ['about:blank', 'It is not what it says, or does not stand'] as const;

/** W3C's names of problems (VC Data Model 2.0 section 7.2, Data Integrity 1.0 section 2.6, Bitstring Status List 1.0 section 3.5), where there is one. */
const OF_CHECK: Partial<Record<Check['check'], readonly [type: string, title: string]>> = {
  structure: MALFORMED, contexts: MALFORMED, schema: MALFORMED, proof: CRYPTOGRAPHIC, 'issuer-binding': CRYPTOGRAPHIC, 'holder-binding': CRYPTOGRAPHIC, dates: RANGE,
};
const OF_CODE: Partial<Record<MessageCode, readonly [type: string, title: string]>> = {
  'invalid-date': MALFORMED,
  'invalid-proof': [`${SECURITY}PROOF_VERIFICATION_ERROR`, 'A proof cannot be read'],
  'proof-domain': [`${SECURITY}INVALID_DOMAIN_ERROR`, 'The proof was made for another domain'],
  'proof-challenge': [`${SECURITY}INVALID_CHALLENGE_ERROR`, 'The proof answers another challenge'],
  'status-unavailable': [`${STATUS_LIST}STATUS_RETRIEVAL_ERROR`, 'Its status cannot be found out'],
};

/** What is wrong, or to be known: a detail for each check that failed or warns; `at` is where in what was sent it stands. */
export const problemDetails = (checks: readonly Check[], at: string): ProblemDetail[] =>
  checks.filter(({ result }) => result === 'failed' || result === 'warned').map(({ check, code, detail, pointer }) => {
    const [type, title] = OF_CODE[code] ?? OF_CHECK[check] ?? UNTYPED;
    return { type, title, detail, code, ...(pointer !== undefined && { pointer: at + pointer }) };
  });

/** The same of the credentials that a document holds, and of those in them. */
export const detailsWithin = (held: readonly Held[], at: string): ProblemDetail[] =>
  held.flatMap(({ pointer, verification, problem }) => {
    if (problem) return [problem].map(({ type, title, detail, code }) => ({ type, title, detail, code, pointer: at + pointer }));
    return [...problemDetails(verification?.checks ?? [], at + pointer), ...detailsWithin(verification?.parts ?? [], at + pointer)];
  });
