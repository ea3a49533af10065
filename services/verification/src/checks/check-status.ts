import { failed, passed, skipped, type Check, type JsonObject, type Message } from '@laurel/credentials';
import type { KnownCredential } from '../credentials/known-credential.js';
import type { Knowledge } from '../copies/knowledge.js';

/** How a credential stands, and since when for whom. */
export type Standing = Pick<KnownCredential, 'status' | 'changedBy' | 'changedAt' | 'reason'>;

/** Who changed the status, when and why: `by City Library on 24 November 2026 (withdrawn by the provider)`. */
function changeOf({ changedBy: by = '', changedAt: at = '', reason: code }: Standing): Message {
  return code ? { code: 'change-with-reason', params: { by, at, reason: { code } } } : { code: 'change', params: { by, at } };
}

/**
 * Does it still stand? Of our own credentials we know it from their events, whatever their status entries say; of others it is
 * what their issuers publish. What cannot be known is never fine (Bitstring Status List 1.0 section 3.2).
 * @param published what came of that, of a credential whose issuer is none of ours
 */
export function checkStatus(document: JsonObject, { issuer, ...known }: Knowledge, published?: Check): Check {
  const credential = known.credential ?? known.attestation;
  if (credential?.status === 'active') return passed('status', 'still-stands');
  if (credential) return failed('status', credential.status, { change: changeOf(credential) }, '/credentialStatus');
  if (!issuer && published) return published;
  if (document.credentialStatus === undefined) return skipped('status', 'no-status');
  return failed('status', 'status-unavailable', { reason: { code: issuer ? 'status-of-none-of-ours' : 'not-asked' } }, '/credentialStatus');
}
