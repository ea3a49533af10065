import { Accreditation, Provider, Reason, Scope } from '@laurel/events';
import { z } from 'zod';

const { name, url } = Accreditation.shape.accreditor.shape;

/** Who recognises the provider for what, from when to when. Both days are included. */
export const Accredit = z
  .strictObject({
    accreditor: z.strictObject({ name, url }),
    scope: z.strictObject(Scope.shape),
    validFrom: Accreditation.shape.validFrom,
    validUntil: Accreditation.shape.validUntil,
  })
  .refine(({ validFrom, validUntil }) => validUntil === undefined || validFrom <= validUntil, { path: ['validUntil'], message: 'must not be before validFrom' });
export type Accredit = z.infer<typeof Accredit>;

export const WithdrawAccreditation = z.strictObject({ reason: Reason });
export type WithdrawAccreditation = z.infer<typeof WithdrawAccreditation>;

export const AccreditationRow = Accreditation.extend({ version: z.int().min(1), withdrawalReason: Reason.optional() });
export type AccreditationRow = z.infer<typeof AccreditationRow>;

/** The accreditation as everybody may see it; the words of a withdrawal stay with the operator. */
export const publicAccreditation = (row: AccreditationRow): Accreditation => Accreditation.parse(row);

/** A provider with who recognises it for what; withdrawn accreditations stay visible as such. */
export const RecognisedProvider = Provider.extend({ accreditations: z.array(Accreditation) });
export type RecognisedProvider = z.infer<typeof RecognisedProvider>;
