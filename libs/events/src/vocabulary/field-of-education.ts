import { z } from 'zod';

/** An ISCED-F 2013 code: broad (two digits), narrow (three) or detailed (four) field of education. `07` covers `0715`. */
export const FieldOfEducation = z.string().regex(/^[0-9]{2,4}$/, 'must be an ISCED-F 2013 code of two to four digits');
export type FieldOfEducation = z.infer<typeof FieldOfEducation>;
