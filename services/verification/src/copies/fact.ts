import { Accreditation, Achievement, Issuer, Provider, type EventOf, type EventType } from '@laurel/events';
import { z } from 'zod';

/** A thing as another service told it, whole, with the version that says which of two is the newer. */
const factOf = <Fact extends z.ZodType>(fact: Fact) => z.object({ id: z.string(), version: z.int().min(1), fact });

export const ProviderFact = factOf(Provider);
export type ProviderFact = z.infer<typeof ProviderFact>;
export const AccreditationFact = factOf(Accreditation);
export type AccreditationFact = z.infer<typeof AccreditationFact>;
/** Every version of an achievement: what was earned under one stays what it was. */
export const AchievementFact = factOf(Achievement);
export type AchievementFact = z.infer<typeof AchievementFact>;
/** By DID: a provider that got another one keeps the old, for what was signed under it. */
export const IssuerFact = factOf(Issuer);
export type IssuerFact = z.infer<typeof IssuerFact>;

/** The facts of events by the id of what they are about, the newest of each: one statement may touch a row only once. */
export function newest<Type extends EventType<z.ZodType<{ readonly id: string }>>>(events: readonly EventOf<Type>[]): { id: string; version: number; fact: z.infer<Type['data']> }[] {
  const byId = new Map<string, EventOf<Type>>();
  for (const event of events) {
    const known = byId.get(event.data.id);
    if (!known || known.aggregateversion < event.aggregateversion) byId.set(event.data.id, event);
  }
  return [...byId].map(([id, { aggregateversion, data }]) => ({ id, version: aggregateversion, fact: data }));
}
