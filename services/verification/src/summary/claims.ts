import { isClr, oneLine, readAchievement, type JsonObject } from '@laurel/credentials';
import { CalendarDate } from '@laurel/events';
import { accreditationOf } from '../checks/check-recognition.js';
import type { Knowledge } from '../copies/knowledge.js';
import { outcomeOf, membersOf } from './outcome.js';
import type { Summary } from './summary.js';

/** What a genuine credential says, and what is known of whoever says it; texts that are ours are not among them. */
export type Claims = Partial<Omit<Summary, 'status' | 'sentence' | 'warnings' | 'messages'>>;

export function claimsOf(document: JsonObject, knowledge: Knowledge, selfAsserted: boolean): Claims {
  const { issuer, ...said } = readAchievement(document);
  // a record lists what its parts are about, which is for each part to say
  const { achievement, formOfLearning, level, assessedHow, awardedOn } = isClr(document) ? {} : said;
  const { evidence, results, hours, credits } = outcomeOf(document);
  const name = knowledge.issuer?.name ?? issuer?.name ?? issuer?.id;
  return membersOf({
    issuer: name === undefined ? undefined : oneLine(name),
    recognisedBy: accreditationOf(knowledge)?.accreditor.name,
    trust: knowledge.credential?.trust ?? (selfAsserted ? ('self-asserted' as const) : undefined),
    achievement: achievement && oneLine(achievement.name ?? ''),
    formOfLearning, level, assessedHow,
    evidence: evidence.length > 0 ? evidence : undefined,
    results: results.length > 0 ? results : undefined,
    hours, credits,
    awardedOn: awardedOn === undefined ? undefined : CalendarDate.safeParse(awardedOn).data,
    validUntil: endOf(document),
  });
}

/** VC Data Model 2.0 section 4.9; 1.1 section 4.6. */
function endOf({ validUntil, expirationDate }: JsonObject): string | undefined {
  const end = validUntil ?? expirationDate;
  return typeof end === 'string' && !Number.isNaN(Date.parse(end)) ? oneLine(end) : undefined;
}
