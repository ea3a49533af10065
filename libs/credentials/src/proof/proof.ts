import { z } from 'zod';
import type { JsonObject } from '../document/json.js';

/** XML Schema dateTimeStamp, as VC Data Model 2.0 section 4.9 and Data Integrity 1.0 section 2.1 have it: with a time zone. */
export const DateTimeStamp = z.iso.datetime({ offset: true, error: 'must be a date and time with a time zone' });

/** The members of a proof that decide how it is verified (Data Integrity 1.0 section 2.1); others are signed along. */
export const DataIntegrityProof = z.looseObject({
  id: z.url().optional(),
  type: z.literal('DataIntegrityProof'),
  cryptosuite: z.string().min(1),
  proofPurpose: z.string().min(1),
  verificationMethod: z.string().min(1),
  created: DateTimeStamp.optional(),
  expires: DateTimeStamp.optional(),
  challenge: z.string().optional(),
  domain: z.union([z.string(), z.array(z.string()).min(1)]).optional(),
  previousProof: z.union([z.string(), z.array(z.string()).min(1)]).optional(),
  proofValue: z.string().min(1),
});
export type DataIntegrityProof = z.infer<typeof DataIntegrityProof>;

/** A proof of the time before cryptosuites (Data Integrity EdDSA Cryptosuites 1.0 appendix B): its type is its suite, and it says when it was made. */
const FormerProof = DataIntegrityProof.extend({ type: z.literal('Ed25519Signature2020'), cryptosuite: z.undefined().optional(), created: DateTimeStamp });

/** The proofs that are read. */
export const Proof = z.discriminatedUnion('type', [DataIntegrityProof, FormerProof]);
export type Proof = z.infer<typeof Proof>;

/** A document without its proofs: what a proof speaks about. */
export const withoutProof = ({ proof: _proof, ...unsecured }: JsonObject): JsonObject => unsecured;
