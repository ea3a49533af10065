import { createHash } from 'node:crypto';
import { CredentialError } from '../credential-error.js';
import { canonicalJson } from '../document/canonical-json.js';
import { isObject } from '../document/json.js';
import type { PinnedContext } from './context-set.js';

/**
 * A context from the text of its file, if it is what was pinned: `sha256` (hex) is that of the file's bytes, as `sha256sum`
 * gives it, or that of its canonical JSON (RFC 8785). Throws CredentialError `context-changed` if it is neither, or no context.
 */
export function pinnedContext(url: string, file: Uint8Array, sha256: string): PinnedContext {
  const pin = sha256.toLowerCase();
  const document = parsed(file);
  if (!isObject(document) || !('@context' in document)) throw new CredentialError('context-changed', `the file for ${url} is no JSON-LD context`);
  const canonical = hash(canonicalJson(document));
  if (pin !== canonical && pin !== hash(file)) throw new CredentialError('context-changed', `the file for ${url} has the hash ${hash(file)}, pinned is ${sha256}`);
  return { url, document, sha256: canonical };
}

function parsed(file: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(file));
  } catch {
    return undefined;
  }
}

const hash = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
