import { type Json, type JsonObject, asList, below, isList, isObject } from '../document/json.js';
import type { OpenedCredential } from '../opening/opened-credential.js';
import { fault, type Fault } from '../words/fault.js';
import { findInBitstring, readBitstringEntry } from './bitstring-entry.js';
import { isFault } from './published.js';
import { findInRevocations } from './revocation-list.js';
import type { Finding, StatusList, StatusListKind } from './status-list.js';
import { findInTokenList } from './token-list.js';

/** One place at which a credential says that its status stands: where, in what kind of list, and how it is read there. */
export interface StatusClaim {
  readonly pointer: string;
  readonly url: string;
  readonly kind: StatusListKind;
  find(list: StatusList): Finding | Fault;
}

/** Every place, and why one cannot be read; none where a credential was issued without a status. */
export function statusClaims({ document, status }: OpenedCredential): (StatusClaim | (Fault & { readonly pointer: string }))[] {
  const entries = asList(document.credentialStatus);
  const claims = entries.map((entry, at) => {
    const pointer = isList(document.credentialStatus) ? below('/credentialStatus', at) : '/credentialStatus';
    return { pointer, ...claimOf(entry, document) };
  });
  if (!status) return claims;
  return [...claims, { pointer: '/status/status_list', url: status.uri, kind: 'token' as const, find: only('token', (list) => findInTokenList(status, list)) }];
}

function claimOf(entry: Json, { id }: JsonObject): Omit<StatusClaim, 'pointer'> | Fault {
  if (!isObject(entry)) return fault('status-entry-invalid', { reason: { code: 'value-of-other-type', params: { member: 'credentialStatus', type: 'object' } } });
  const types = asList(entry.type);
  const type = types.find((each) => each === 'BitstringStatusListEntry' || each === '1EdTechRevocationList') ?? types[0];
  if (type === 'BitstringStatusListEntry') {
    const read = readBitstringEntry(entry);
    return isFault(read) ? read : { url: read.statusListCredential, kind: 'bitstring', find: only('bitstring', (list) => findInBitstring(read, list)) };
  }
  if (type === '1EdTechRevocationList' && typeof entry.id === 'string') return { url: entry.id, kind: 'revocations', find: only('revocations', (list) => findInRevocations(id, list)) };
  return fault('status-type', { type: typeof type === 'string' ? type : 'none' });
}

/** Reads lists of one kind; others do not come this way. */
const only = <Kind extends StatusListKind>(kind: Kind, find: (list: Extract<StatusList, { kind: Kind }>) => Finding | Fault) => (list: StatusList): Finding | Fault =>
  list.kind === kind ? find(list as Extract<StatusList, { kind: Kind }>) : fault('status-list-invalid', { reason: { code: 'value-of-other-type', params: { member: { code: 'the-document' }, type: kind } } });
