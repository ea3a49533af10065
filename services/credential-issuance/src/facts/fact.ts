import { accessWithdrawn, Accreditation, Achievement, clientRevoked, Id, Provider, type EventOf, type EventType } from '@laurel/events';
import { z } from 'zod';

/** A fact of the registry as it was told, whole, with the version that says which of two is the newer. */
const factRow = <Fact extends z.ZodType>(fact: Fact) => z.object({ id: Id, version: z.int().min(1), fact });

export const ProviderFact = factRow(Provider);
export type ProviderFact = z.infer<typeof ProviderFact>;

export const AccreditationFact = factRow(Accreditation).extend({ providerId: Id });
export type AccreditationFact = z.infer<typeof AccreditationFact>;

/** Every version of an achievement: what was earned under one stays what it was. */
export const AchievementFact = factRow(Achievement);
export type AchievementFact = z.infer<typeof AchievementFact>;

export const RevokedClient = clientRevoked.data;
export type RevokedClient = z.infer<typeof RevokedClient>;

export const WithdrawnGrant = accessWithdrawn.data;
export type WithdrawnGrant = z.infer<typeof WithdrawnGrant>;

/** The newest event about each thing, since one statement may touch a row only once. */
export function newest<Type extends EventType>(events: readonly EventOf<Type>[]): EventOf<Type>[] {
  const bySubject = new Map<string, EventOf<Type>>();
  for (const event of events) {
    const known = bySubject.get(event.subject);
    if (!known || known.aggregateversion < event.aggregateversion) bySubject.set(event.subject, event);
  }
  return [...bySubject.values()];
}
