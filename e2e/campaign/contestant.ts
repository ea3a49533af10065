import { Anyone } from '../client/anyone.js';
import { ClientTokens } from '../client/http/tokens.js';
import { Provider } from '../client/provider.js';
import { daysAgo } from '../story/cast/calendar.js';
import type { RunningLaurel } from '../system/running-laurel.js';

/** A round's own provider, so that each round is counted for itself. */
export interface Contestant {
  readonly provider: Provider;
  /** What it is recognised for. */
  readonly earnable: string;
  /** What it is not. */
  readonly outOfScope: string;
  /** A token of its client. */
  token(): Promise<string>;
}

export async function admitContestant(laurel: RunningLaurel, name: string): Promise<Contestant> {
  const operator = laurel.operator();
  const id = await new Anyone(laurel.connection).apply({ name, setting: 'workplace', email: 'campaign@example.org' });
  await operator.approve(id);
  await operator.accredit(id, { accreditor: { name: 'Harbour City Learning Council' }, scope: { formsOfLearning: ['non-formal'] }, validFrom: daysAgo(1_000) });
  const client = await operator.addClient(id, 'campaign');
  const provider = new Provider(laurel.connection, id, client);
  const achievement = { name: 'Team Work', description: 'Works with others.', criteria: { narrative: 'Do it.' }, achievementType: 'Badge', setting: 'workplace' } as const;
  const earnable = await provider.publish({ ...achievement, formOfLearning: 'non-formal' });
  const outOfScope = await provider.publish({ ...achievement, formOfLearning: 'formal' });
  const tokens = new ClientTokens(laurel.connection, client);
  return { provider, earnable: earnable.id, outOfScope: outOfScope.id, token: () => tokens.token() };
}
