import { v7 as uuidv7 } from 'uuid';
import { AMINA } from '../story/cast/people.js';
import { daysAgo } from '../story/cast/calendar.js';

export type Role = 'anyone' | 'operator' | 'provider';

/** A POST of the API with a body that it would take. */
export interface Post {
  readonly path: string;
  readonly role: Role;
  readonly good: Readonly<Record<string, unknown>>;
  readonly needed: readonly string[];
  /** The largest body, in bytes. */
  readonly limit: number;
}

const MB = 1_048_576;

/** Ids of what is there already, to post to. */
export interface Targets {
  readonly providerId: string;
  readonly accreditationId: string;
  readonly achievementId: string;
  readonly outcomeId: string;
}

/** Every POST of api.md that takes JSON. What each `good` would do is harmless, should it be taken after all. */
export function posts({ providerId, accreditationId, achievementId, outcomeId }: Targets): Post[] {
  const achievement = {
    name: 'Bad input', description: 'Is refused.', criteria: { narrative: 'None.' }, achievementType: 'Badge', formOfLearning: 'non-formal', setting: 'library',
    assessment: { method: 'observation' }, credits: 1, hours: 2, level: 3, fields: ['0611'], languages: ['en'], validFor: 'P1Y', tags: ['x'],
  };
  const achievementNeeds = ['name', 'description', 'criteria', 'achievementType', 'formOfLearning', 'setting'];
  const post = (role: Role, path: string, good: Post['good'], needed: readonly string[], limit = MB): Post => ({ role, path, good, needed, limit });
  return [
    post('anyone', '/v1/providers', { name: 'Bad input', setting: 'library', email: 'x@example.org', legalForm: 'association', url: 'https://example.org', description: 'x', languages: ['en'] }, ['name', 'setting', 'email']),
    post('operator', `/v1/providers/${providerId}/decisions`, { decision: 'approve', reason: 'x' }, ['decision']),
    post('operator', `/v1/providers/${providerId}/accreditations`, { accreditor: { name: 'x' }, scope: { maxLevel: 1 }, validFrom: '2020-01-01', validUntil: '2020-01-02' }, ['accreditor', 'scope', 'validFrom']),
    post('operator', `/v1/accreditations/${accreditationId}/withdrawal`, { reason: 'x' }, ['reason']),
    post('operator', `/v1/providers/${providerId}/clients`, { name: 'x' }, ['name']),
    post('provider', '/v1/achievements', achievement, achievementNeeds),
    post('provider', `/v1/achievements/${achievementId}/versions`, achievement, achievementNeeds),
    post('provider', '/v1/outcomes', goodOutcome(achievementId), ['externalId', 'learner', 'achievementId', 'achievedOn']),
    post('provider', '/v1/outcomes/batch', { outcomes: [goodOutcome(achievementId)] }, ['outcomes'], 8 * MB),
    post('provider', `/v1/outcomes/${outcomeId}/withdrawal`, { reason: 'x' }, ['reason']),
    post('anyone', '/v1/sign-in/codes', { email: 'nobody@example.org' }, ['email']),
    post('anyone', '/v1/sign-in', { email: 'nobody@example.org', code: '123456' }, ['email', 'code']),
    post('anyone', '/v1/verifications', { verifiableCredential: { id: `urn:uuid:${uuidv7()}` } }, ['verifiableCredential']),
  ];
}

/** Everything an outcome may have. */
export const goodOutcome = (achievementId: string) => ({
  externalId: 'never-recorded', learner: { email: AMINA.email, name: AMINA.name }, achievementId, achievedOn: daysAgo(5),
  result: { resultType: 'Percent', value: '70' }, evidence: [{ name: 'Photo', url: 'https://example.org/photo' }], hours: 3, credits: 1,
});
