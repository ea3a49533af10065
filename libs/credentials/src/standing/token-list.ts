import { CredentialError } from '../credential-error.js';
import { openTokenStatusList } from '../status-list/status-list-token.js';
import { type StatusListReference, TOKEN_STATUS } from '../status-list/token-status-list.js';
import { asMessage, fault, type Fault } from '../words/fault.js';
import { type Finding, NOTHING, type OpenStatusList, type TokenList } from './status-list.js';

/** A Status List Token, verified (Token Status List section 8.3). */
export const openTokenList: OpenStatusList = async (published, url, { now, resolveKey }) => {
  if (published.form !== 'jwt') return fault('status-list-invalid', { reason: { code: 'value-of-other-type', params: { member: { code: 'the-document' }, type: 'JWT' } } });
  try {
    const { fault: wrong, list, controller, keepUntil } = await openTokenStatusList(published.jwt, url, { now, resolveKey });
    if (wrong || !list || controller === undefined) return fault('status-list-unverified', { reason: wrong ? asMessage(wrong) : { code: 'no-key-named' } });
    return { kind: 'token', issuer: controller, statuses: list, ...(keepUntil && { ttl: keepUntil.getTime() - now.getTime() }) };
  } catch (error) {
    if (error instanceof CredentialError) return fault('status-list-invalid', { reason: error.detail });
    throw error;
  }
};

/** What the list says at a place (section 7.1); values that only some applications know could mean anything. */
export function findInTokenList({ idx }: StatusListReference, { statuses, issuer }: TokenList): Finding | Fault {
  const change = { change: { code: 'change-by-list', params: { issuer } } } as const;
  try {
    const value = statuses.get(idx);
    if (value === TOKEN_STATUS.valid) return NOTHING;
    if (value === TOKEN_STATUS.invalid) return { weight: 'revoked', message: { code: 'revoked', params: change } };
    if (value === TOKEN_STATUS.suspended) return { weight: 'suspended', message: { code: 'suspended', params: change } };
    return fault('status-purpose-unknown', { purpose: `0x${value.toString(16)}` });
  } catch (error) {
    if (error instanceof CredentialError) return fault('status-index-out-of-range', { index: idx });
    throw error;
  }
}
