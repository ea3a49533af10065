import { z } from 'zod';

/** Whatever object was sent, untouched: what it must be is said by the lint, in its words. */
const Document = z.unknown().refine((value) => typeof value === 'object' && value !== null && !Array.isArray(value), 'must be an object');
const Url = z.string().max(2_000).regex(/^[A-Za-z][A-Za-z0-9+.-]*:\S+$/, 'must be a URL');
const Pointer = z.string().max(2_000).regex(/^(\/([^~/]|~[01])*)*$/, 'must be a JSON Pointer');

/** VC API, Issue Credential. */
export const IssueRequest = z.strictObject({
  credential: Document.meta({ type: 'object', description: 'a credential of VC Data Model 2.0 or 1.1 without a proof; its issuer is the DID of the endpoint' }),
  options: z.strictObject({
    credentialId: Url.optional().meta({ description: 'the id that it gets, where it has none' }),
    mandatoryPointers: z.array(Pointer).max(100).optional().meta({ description: 'what no holder may leave out (ecdsa-sd-2023), as JSON Pointers' }),
    vct: Url.optional().meta({ description: 'the type of an SD-JWT VC (sd-jwt-vc)' }),
  }).default({}),
});
export type IssueRequest = z.infer<typeof IssueRequest>;

export const IssueAnswer = z.object({ verifiableCredential: z.looseObject({}) });
export type IssueAnswer = z.infer<typeof IssueAnswer>;

/** VC API, Derive Credential. */
export const DeriveRequest = z.strictObject({
  verifiableCredential: Document.meta({ type: 'object', description: 'a credential with a base proof of ecdsa-sd-2023' }),
  options: z.strictObject({ selectivePointers: z.array(Pointer).max(100).default([]).meta({ description: 'what is told beyond what may not be left out, as JSON Pointers' }) }).default({ selectivePointers: [] }),
});
export type DeriveRequest = z.infer<typeof DeriveRequest>;
