import { z } from 'zod';
import type { Json } from '../document/json.js';
import { fault, type Fault } from '../words/fault.js';
import type { Finding, OpenStatusList, RevocationList } from './status-list.js';

/** Open Badges 3.0 before 3.0.1, RevocationList; its entries may name a credential by id alone. */
const List = z.looseObject({
  revokedCredential: z.union([z.array(z.unknown()), z.unknown().transform((one) => [one])]).default([]),
});
const Revoked = z.looseObject({ id: z.string(), revoked: z.boolean().default(true), revocationReason: z.string().optional() });

export const openRevocationList: OpenStatusList = async (published) => {
  const { data } = List.safeParse(published.form === 'json' ? published.json : undefined);
  if (!data) return fault('status-list-invalid', { reason: { code: 'value-of-other-type', params: { member: { code: 'the-document' }, type: '1EdTechRevocationList' } } });
  const entries = data.revokedCredential.flatMap((entry) => {
    const { data: revoked } = Revoked.safeParse(typeof entry === 'string' ? { id: entry } : entry);
    return revoked?.revoked ? [[revoked.id, revoked.revocationReason === undefined ? {} : { reason: revoked.revocationReason }] as const] : [];
  });
  return { kind: 'revocations', revoked: new Map(entries) };
};

/** Nobody has signed the list: that it revokes is believed, that it does not proves nothing. */
export function findInRevocations(id: Json | undefined, { revoked }: RevocationList): Finding | Fault {
  const entry = typeof id === 'string' ? revoked.get(id) : undefined;
  if (!entry) return fault('status-list-unsigned');
  const change = entry.reason === undefined ? ({ code: 'change-by-unsigned-list' } as const) : ({ code: 'change-by-unsigned-list-with-reason', params: { reason: entry.reason } } as const);
  return { weight: 'revoked', message: { code: 'revoked', params: { change } } };
}
