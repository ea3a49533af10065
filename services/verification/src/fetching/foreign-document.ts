import type { Content } from './connection/read-answer.js';
import type { FetchFault } from './fetch-fault.js';

/** A foreign document as it came, frozen and unjudged: `{ form: 'json', json, digests }` or `{ form: 'jwt', jwt, digests }`. */
export type ForeignDocument = Content & {
  /** Without a fragment. */
  readonly url: string;
  /** When it was asked for; the answer is not older. */
  readonly askedAt: Date;
  /** Until when it may be used again, by its own words and at most an hour; `askedAt` where it may not. */
  readonly freshUntil: Date;
};

export type Fetched = ForeignDocument | FetchFault;

export const isFetched = <Document extends ForeignDocument>(fetched: Document | FetchFault): fetched is Document => !('code' in fetched);

export interface FetchOptions {
  /** When it is aborted, the promise rejects with its reason; a fetch that nobody else waits for ends. */
  readonly signal?: AbortSignal;
  /** An answer that was asked for at this time or later will do even where it may not be kept: when a batch began, for all of its rows. */
  readonly since?: Date;
  /** An answer that was asked for before this time will not do, whatever its host says: what is in it has its own time to live. */
  readonly notBefore?: Date;
}
