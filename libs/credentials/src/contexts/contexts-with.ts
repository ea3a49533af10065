import { CredentialError } from '../credential-error.js';
import { bundledContexts } from './bundled-contexts.js';
import type { ContextSet } from './context-set.js';
import { pinnedContext } from './pinned-context.js';

/** A context's file, as an operator gives it: its URL, its bytes, the hash that was looked at. */
export interface ContextFile {
  readonly url: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

/** The bundled contexts and an operator's own; what is bundled is never replaced. Throws CredentialError `context-changed`. */
export function contextsWith(files: readonly ContextFile[]): ContextSet {
  const taken = files.find(({ url }) => bundledContexts.has(url));
  if (taken) throw new CredentialError('context-changed', `${taken.url} is bundled and cannot be replaced`);
  return bundledContexts.with(files.map(({ url, bytes, sha256 }) => pinnedContext(url, bytes, sha256)));
}
