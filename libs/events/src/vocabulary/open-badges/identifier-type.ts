import { type z } from 'zod';
import { openVocabulary } from './open-vocabulary.js';

/** What kind of identifier a provider knows a learner by (Open Badges 3.0 appendix B, IdentifierTypeEnum). */
export const IdentifierType = openVocabulary([
  'name', 'sourcedId', 'systemId', 'productId', 'userName', 'accountId', 'emailAddress', 'nationalIdentityNumber',
  'isbn', 'issn', 'lisSourcedId', 'oneRosterSourcedId', 'sisSourcedId',
  'ltiContextId', 'ltiDeploymentId', 'ltiToolId', 'ltiPlatformId', 'ltiUserId', 'identifier',
]);
export type IdentifierType = z.infer<typeof IdentifierType>;
