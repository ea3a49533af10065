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

/** The bundled contexts and an operator's own. What is bundled may be named again, but not with another content. Throws CredentialError `context-changed`. */
export function contextsWith(files: readonly ContextFile[]): ContextSet {
  const own = files.map(({ url, bytes, sha256 }) => pinnedContext(url, bytes, sha256));
  const changed = own.find(({ url, sha256 }) => ![undefined, sha256].includes(bundledContexts.pinOf(url)));
  if (changed) throw new CredentialError('context-changed', `${changed.url} is bundled and cannot be replaced`);
  return bundledContexts.with(own.filter(({ url }) => !bundledContexts.has(url)));
}
