import type { JsonObject } from '../document/json.js';
import type { AchievementFacts } from './achievement-facts.js';

interface LearningResults {
  readonly results: JsonObject[];
  readonly descriptions: JsonObject[];
}

/** The result that the provider stated, and the hours of learning as one of type `ext:LearningHours`, each with its description. */
export function learningResults({ result, hours }: AchievementFacts['outcome'], id: string): LearningResults {
  const stated = [
    ...(result ? [{ name: 'Result', ...result }] : []),
    ...(hours === undefined ? [] : [{ name: 'Hours of learning', resultType: 'ext:LearningHours', value: String(hours), status: undefined }]),
  ];
  const descriptionId = (at: number) => `${id}#result-description-${at + 1}`;
  return {
    results: stated.map(({ value, status }, at) => ({
      id: `${id}#result-${at + 1}`,
      type: ['Result'],
      resultDescription: descriptionId(at),
      value,
      ...(status && { status }),
    })),
    descriptions: stated.map(({ name, resultType }, at) => ({ id: descriptionId(at), type: ['ResultDescription'], name, resultType })),
  };
}
