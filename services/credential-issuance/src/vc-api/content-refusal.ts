import { CredentialError, type CredentialErrorCode } from '@laurel/credentials';
import type { Problem } from '@laurel/runtime';
import { problem } from '../problems.js';

/** Faults that are ours and not the caller's: they must stay loud. */
const OURS: ReadonlySet<CredentialErrorCode> = new Set(['signature-mismatch', 'invalid-key', 'context-changed', 'invalid-status-list', 'status-index-out-of-range']);
/** Faults of the pointers that came beside the document. */
const OF_POINTERS: ReadonlySet<CredentialErrorCode> = new Set(['invalid-pointer', 'not-disclosable']);

interface Places {
  /** JSON Pointer to the document in the request, and to the pointers. */
  readonly document: string;
  readonly pointers: string;
}

/** Answers what the library refuses about a document of the caller as a problem of the request. */
export async function refusing<Result>(places: Places, work: () => Result | Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof CredentialError) || OURS.has(error.code)) throw error;
    throw refusal(error, places);
  }
}

function refusal({ code, detail, pointer = '' }: CredentialError, { document, pointers }: Places): Problem {
  const place = OF_POINTERS.has(code) ? pointers : `${document}${pointer}`;
  return problem('credential-refused', detail, { errors: [{ pointer: place, detail }] });
}
