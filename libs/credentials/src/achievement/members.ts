import type { Json, JsonObject } from '../document/json.js';
import type { AchievementFacts, IssuerProfile } from './achievement-facts.js';

/** Who signs (Open Badges 3.0 appendix B, Profile). */
export const issuerMember = ({ id, name, url, description }: IssuerProfile): JsonObject => compact({ id, type: ['Profile'], name, url, description });

/** By what a learner can be found without being named (appendix B, IdentityObject), if there is something. */
export const identifierMember = ({ identity }: AchievementFacts['subject']): JsonObject[] | undefined =>
  identity && [{ type: 'IdentityObject', hashed: true, identityType: 'emailAddress', ...identity }];

/** The members that say something: neither left out nor an empty list. */
export function compact(members: Readonly<Record<string, Json | undefined>>): JsonObject {
  const said: Record<string, Json> = {};
  for (const name in members) {
    const value = members[name];
    if (value !== undefined && !(Array.isArray(value) && value.length === 0)) said[name] = value;
  }
  return said;
}
