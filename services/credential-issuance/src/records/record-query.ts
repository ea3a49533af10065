import { CredentialFormat } from '@laurel/credentials';
import { FormOfLearning, Id } from '@laurel/events';
import { z } from 'zod';

/** The formats of a record: a picture is of one badge, and what is shown of a record is chosen by its parts. */
export const RecordFormat = CredentialFormat.exclude(['ecdsa-sd-2023', 'sd-jwt-vc', 'png', 'svg']);
export type RecordFormat = z.infer<typeof RecordFormat>;

/** What can be named in one query, which has to fit into a URL. */
const MOST_NAMED = 100;

export const RecordQuery = z.strictObject({
  format: RecordFormat.optional().meta({ description: 'of the whole; goes before Accept' }),
  parts: z.enum(['json', 'jwt']).default('json').meta({ description: 'json: each credential as it was signed at issue; jwt: each as a vc+jwt of its issuer, which lets many more fit in' }),
  providerId: Id.optional().meta({ description: 'only credentials of this provider' }),
  formOfLearning: FormOfLearning.optional().meta({ description: 'only credentials of this form of learning' }),
  credentialIds: z.string().regex(/^[0-9a-f-]{36}(,[0-9a-f-]{36})*$/i, 'must be credential ids with commas between').max(MOST_NAMED * 37).optional().meta({ description: `only these, at most ${MOST_NAMED}, with commas between` }),
});
export type RecordQuery = z.infer<typeof RecordQuery>;

/** Whether the learner wants less than everything that stands. */
export const isFiltered = ({ providerId, formOfLearning, credentialIds }: RecordQuery): boolean => [providerId, formOfLearning, credentialIds].some((each) => each !== undefined);
