import type { Provider } from '../../../client/provider.js';
import { ACHIEVEMENTS } from '../../cast/achievements.js';
import { Company } from '../../cast/company.js';
import type { ProviderKey } from '../../cast/providers.js';
import { expectThat } from '../../narrator.js';
import type { World } from '../../world.js';

export async function publishAchievements({ narrator }: World, providers: Record<ProviderKey, Provider>): Promise<Company> {
  const published = await Promise.all([...ACHIEVEMENTS].map(async ([key, { provider, achievement }]): Promise<[string, string]> => {
    const { id, version } = await providers[provider].publish(achievement);
    expectThat(version === 1, `${key} to be published as version 1, not ${version}`);
    return [key, id];
  }));
  narrator.table([...ACHIEVEMENTS.values()].map(({ achievement }) => [
    achievement.name, achievement.formOfLearning, achievement.level ? `EQF ${achievement.level}` : '', `ISCED-F ${(achievement.fields ?? []).join(', ')}`,
    `ESCO ${(achievement.alignments ?? []).map(({ targetName }) => targetName).join('; ')}`,
  ]));
  return new Company(providers, new Map(published));
}
