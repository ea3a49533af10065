import type { z } from 'zod';
import { CredentialError } from '../credential-error.js';
import { type Json, asList, isObject } from '../document/json.js';
import type { IssuedClrCredential } from './issued-credential.js';

const PARTS = '/credentialSubject/verifiableCredential';

/**
 * What a schema cannot say of a learner record of ours: all of it is about one learner, nothing stands in it twice, and
 * achievements that are associated are in it; what is inside of a token is not looked at. Throws CredentialError `invalid-clr`.
 */
export function refuseRecord({ credentialSubject: { id, verifiableCredential: parts, association = [] } }: z.infer<typeof IssuedClrCredential>): void {
  const stranger = parts.findIndex((part) => typeof part !== 'string' && part.credentialSubject.id !== id);
  if (stranger >= 0) throw new CredentialError('invalid-clr', 'the credential is about somebody else', `${PARTS}/${stranger}/credentialSubject/id`);
  const names = parts.map((part) => (typeof part === 'string' ? part : part.id));
  const repeated = names.findIndex((name, at) => names.indexOf(name) < at);
  if (repeated >= 0) throw new CredentialError('invalid-clr', 'the credential stands in the record twice', `${PARTS}/${repeated}`);
  if (parts.some((part) => typeof part === 'string')) return;
  const achievements = new Set(parts.flatMap((part) => (typeof part === 'string' ? [] : asList(part.credentialSubject.achievement as Json).map((achievement) => isObject(achievement) && achievement.id))));
  const loose = association.findIndex(({ sourceId, targetId }) => !achievements.has(sourceId) || !achievements.has(targetId));
  if (loose >= 0) throw new CredentialError('invalid-clr', 'it associates an achievement that is not in the record', `/credentialSubject/association/${loose}`);
}
