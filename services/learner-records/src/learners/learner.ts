import { IdentifierType, Instant, Name } from '@laurel/events';
import { z } from 'zod';

/** An e-mail address (the form of HTML's input type, which is what can be delivered to in practice). */
export const Email = z.string().trim().max(254).regex(z.regexes.email, 'must be an e-mail address');
/** A decentralized identifier (DID Core section 3.1). */
export const Did = z.string().max(500).regex(/^did:[a-z0-9]+:[A-Za-z0-9._:%-]+$/, 'must be a DID');

/** Whom an outcome is about, as its provider knows the person. */
export const LearnerReference = z
  .strictObject({
    email: Email.optional(),
    did: Did.optional(),
    identifiers: z.array(z.strictObject({ type: IdentifierType, value: Name })).min(1).max(20).optional(),
    name: Name.optional(),
  })
  .refine(({ email, did, identifiers }) => email !== undefined || did !== undefined || identifiers !== undefined, 'needs an email, a did or identifiers');
export type LearnerReference = z.infer<typeof LearnerReference>;

export const Learner = z.object({ id: z.uuid(), subjectId: z.string(), createdBy: z.uuid(), createdAt: Instant });
export type Learner = z.infer<typeof Learner>;

/** One way to recognise a learner. Unverified until its owner proves it; it never gives access by itself. */
export const Identifier = z.object({ key: z.string(), learnerId: z.uuid(), addedBy: z.uuid(), verifiedAt: Instant.optional() });
export type Identifier = z.infer<typeof Identifier>;

export const normalEmail = (email: string): string => email.trim().toLowerCase();
export const emailKey = (email: string): string => `email:${normalEmail(email)}`;

/** The keys that a reference may be recognised by, strongest first: the DID, the address, what the provider calls the person. */
export const keysOf = ({ did, email, identifiers = [] }: LearnerReference, providerId: string): string[] => [
  ...(did === undefined ? [] : [`did:${did}`]),
  ...(email === undefined ? [] : [emailKey(email)]),
  ...identifiers.map(({ type, value }) => `${providerId}:${type}:${value}`),
];
