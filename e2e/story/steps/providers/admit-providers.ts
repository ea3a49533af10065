import { Provider } from '../../../client/provider.js';
import { CAST, PROVIDERS, type ProviderKey } from '../../cast/providers.js';
import type { World } from '../../world.js';

/** Each applies; the operator approves it, says what it is recognised for, and gives it a client. */
export async function admitProviders({ anyone, operator, connection, narrator }: World): Promise<Record<ProviderKey, Provider>> {
  const admit = async (key: ProviderKey): Promise<[ProviderKey, Provider]> => {
    const { application, accreditations } = CAST[key];
    const id = await anyone.apply(application);
    await operator.approve(id);
    for (const accreditation of accreditations) await operator.accredit(id, accreditation);
    return [key, new Provider(connection, id, await operator.addClient(id, `${application.name}: course administration`))];
  };
  const admitted = await Promise.all(PROVIDERS.map(admit));
  narrator.table(PROVIDERS.flatMap((key) => CAST[key].accreditations.map(({ scope, validFrom, validUntil }) => [
    CAST[key].application.name, (scope.formsOfLearning ?? []).join(', '), `ISCED-F ${(scope.fields ?? []).join(', ')}`, `EQF to ${scope.maxLevel}`, `${validFrom} to ${validUntil ?? 'further notice'}`,
  ])));
  return Object.fromEntries(admitted) as Record<ProviderKey, Provider>;
}
