import { failed, isOpenBadge, passed, readAchievement, skipped, type Check, type JsonObject } from '@laurel/credentials';
import type { Knowledge } from '../copies/knowledge.js';

const AT = '/credentialSubject/achievement';

/** Is what was earned what its provider has published, in the version of then? */
export function checkAchievement(document: JsonObject, { credential, achievement }: Knowledge): Check {
  if (!isOpenBadge(document)) return skipped('achievement', 'it is about no achievement');
  if (!credential) return skipped('achievement', 'the achievement is not one that is published here');
  if (!achievement) return skipped('achievement', 'the achievement is not known here yet');
  const said = readAchievement(document);
  const differs = (member: string, published: string | number) => failed('achievement', 'achievement-differs', `its provider has published ${published} there`, `${AT}/${member}`);
  if (said.achievement?.id?.endsWith(`/v1/achievements/${achievement.id}`) !== true) return differs('id', achievement.id);
  if (said.achievement.version !== String(achievement.version)) return differs('version', achievement.version);
  if (said.achievement.name !== achievement.name) return differs('name', achievement.name);
  if (said.formOfLearning !== achievement.formOfLearning) return differs('alignment', achievement.formOfLearning);
  if (said.level !== achievement.level) return differs('alignment', achievement.level === undefined ? 'no level' : `EQF level ${achievement.level}`);
  return passed('achievement', `as its provider has published it, version ${achievement.version}`);
}
