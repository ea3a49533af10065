import { z } from 'zod';
import { defineEvent } from '../envelope.js';
import { Id, Instant, Name, WebUrl } from '../text.js';
import { topics } from '../topics.js';

/** A public key of an issuer. A retired one stays, so that what it signed can still be checked. */
export const IssuerKey = z.object({
  /** DID URL of the verification method. */
  id: z.string().startsWith('did:'),
  publicKeyMultibase: z.string().startsWith('z'),
  from: Instant,
  retiredAt: Instant.optional(),
});
export type IssuerKey = z.infer<typeof IssuerKey>;

/** The DID that a key belongs to: its id up to the fragment (DID Core 1.0 section 3.2). */
export const didOfKey = ({ id }: Pick<IssuerKey, 'id'>): string => id.split('#', 1)[0] ?? id;

export const Issuer = z.object({
  /** did:web where the deployment has an https origin, and all keys are its own; else did:key, and every further key has a DID of its own. */
  id: z.string().startsWith('did:'),
  /** The deployment itself, which compiles what providers certified into records and certifies nothing else; left out for a provider. */
  kind: z.literal('city').optional(),
  /** Of the city the operator's id. */
  providerId: Id,
  name: Name,
  url: WebUrl.optional(),
  keys: z.array(IssuerKey).min(1),
});
export type Issuer = z.infer<typeof Issuer>;

export const issuerChanged = defineEvent({
  type: 'laurel.issuer.changed.v1', source: 'credential-issuance', topic: topics.issuer,
  summary: 'A provider, or the city itself, became an issuer, or its keys or name changed.', data: Issuer,
});
