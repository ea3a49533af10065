import type { Provider } from '../client/provider.js';
import type { Observation } from './observation.js';

/** What the API shows these providers. */
export async function observeApi(providers: readonly Provider[]): Promise<Observation> {
  const seen = await Promise.all(providers.map(async (provider) => ({ outcomes: await provider.outcomes(), credentials: await provider.credentials() })));
  return {
    outcomes: seen.flatMap(({ outcomes }) => outcomes).map(({ id, providerId, externalId, status, credentialId, refusal }) => ({ id, providerId, externalId, status, credentialId, refusal: refusal?.code })),
    credentials: seen.flatMap(({ credentials }) => credentials).map(({ id, outcomeId }) => ({ id, outcomeId })),
  };
}
