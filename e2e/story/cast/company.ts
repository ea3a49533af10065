import type { Provider } from '../../client/provider.js';
import type { FileOutcome } from '../../outcomes-file/row.js';
import type { Desk } from '../submit-rows.js';
import { ACHIEVEMENTS } from './achievements.js';
import type { ProviderKey } from './providers.js';

/** The three providers with their software, and what they published. */
export class Company {
  constructor(readonly providers: Readonly<Record<ProviderKey, Provider>>, private readonly achievementIds: ReadonlyMap<string, string>) {}

  get all(): Provider[] {
    return Object.values(this.providers);
  }

  idOf(key: string): string {
    const id = this.achievementIds.get(key);
    if (id === undefined) throw new Error(`${key} was not published`);
    return id;
  }

  /** Who submits for an achievement that a file names by its key or its name. */
  deskOf(achievement: string): Desk | undefined {
    const wanted = achievement.trim().toLowerCase();
    const found = [...ACHIEVEMENTS].find(([key, role]) => key === wanted || role.achievement.name.toLowerCase() === wanted);
    return found && { provider: this.providers[found[1].provider], achievementId: this.idOf(found[0]) };
  }

  /** As the API takes it, with the provider who submits it. */
  addressed({ achievement, ...outcome }: FileOutcome) {
    const desk = this.deskOf(achievement);
    if (!desk) throw new Error(`nobody publishes ${achievement}`);
    return { provider: desk.provider, outcome: { ...outcome, achievementId: desk.achievementId } };
  }
}
