import type { JsonObject, Message } from '@laurel/credentials';
import { z } from 'zod';

/** Open Badges 3.0 appendix B, IdentityObject. */
const Identity = z.object({ hashed: z.boolean(), identityType: z.string(), identityHash: z.string() });
const Identified = z.object({ id: z.string().optional(), identifier: z.union([z.array(Identity), Identity.transform((one) => [one])]).optional().catch(undefined) });

/** How the learner can be told from others: our credentials carry no name. */
export function learnerOf(document: JsonObject): Message {
  const subject: unknown = Array.isArray(document.credentialSubject) ? document.credentialSubject[0] : document.credentialSubject;
  const { id, identifier: [identity] = [] } = Identified.safeParse(subject).data ?? {};
  if (identity) return byIdentity(identity);
  return id === undefined ? { code: 'learner-unnamed' } : { code: 'learner-by-id', params: { id } };
}

function byIdentity({ hashed, identityType: type, identityHash }: z.infer<typeof Identity>): Message {
  const isEmail = type === 'emailAddress';
  if (hashed) return isEmail ? { code: 'learner-by-hashed-e-mail' } : { code: 'learner-by-hash', params: { type } };
  return isEmail ? { code: 'learner-by-e-mail', params: { address: identityHash } } : { code: 'learner-by-identifier', params: { type, identifier: identityHash } };
}
