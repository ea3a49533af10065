import { failed, isOpenBadge, passed, readAchievement, skipped, type Check, type JsonObject, type MessageParam } from '@laurel/credentials';
import type { Knowledge } from '../copies/knowledge.js';
import { FORMS } from '../summary/vocabulary.js';

const AT = '/credentialSubject/achievement';

/** Is what was earned what its provider has published, in the version of then? */
export function checkAchievement(document: JsonObject, { credential, achievement }: Knowledge): Check {
  if (!isOpenBadge(document)) return skipped('achievement', 'no-achievement');
  if (!credential) return skipped('achievement', 'foreign-achievement');
  if (!achievement) return skipped('achievement', 'achievement-not-known');
  const said = readAchievement(document);
  const differs = (member: string, published: MessageParam) => failed('achievement', 'achievement-differs', { published }, `${AT}/${member}`);
  if (said.achievement?.id?.endsWith(`/v1/achievements/${achievement.id}`) !== true) return differs('id', achievement.id);
  if (said.achievement.version !== String(achievement.version)) return differs('version', achievement.version);
  if (said.achievement.name !== achievement.name) return differs('name', achievement.name);
  if (said.formOfLearning !== achievement.formOfLearning) return differs('alignment', { code: FORMS[achievement.formOfLearning] });
  if (said.level !== achievement.level) return differs('alignment', achievement.level === undefined ? { code: 'no-level' } : { code: 'at-level', params: { level: achievement.level } });
  return passed('achievement', 'achievement-as-published', { version: achievement.version });
}
