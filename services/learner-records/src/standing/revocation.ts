import { z } from 'zod';

/** A deleted client or a provider that is not approved, by its id. */
export const Revocation = z.object({ id: z.uuid(), version: z.int(), stands: z.boolean() });
export type Revocation = z.infer<typeof Revocation>;
