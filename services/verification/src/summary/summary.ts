import { ASSESSMENT_METHODS, readAchievement, type AchievementReading, type Check, type JsonObject } from '@laurel/credentials';
import { CalendarDate } from '@laurel/events';
import { z } from 'zod';
import { accreditationOf } from '../checks/check-recognition.js';
import type { Knowledge } from '../copies/knowledge.js';
import { isGenuine, isUnrecognised, sentence } from './sentence.js';
import type { Summary } from '../verifications/verification.js';
import { onDay, oneLine } from './words.js';

/** Open Badges 3.0 appendix B, IdentityObject. */
const Identity = z.object({ hashed: z.boolean(), identityType: z.string(), identityHash: z.string() });
const Identified = z.object({ id: z.string().optional(), identifier: z.union([z.array(Identity), Identity.transform((one) => [one])]).optional().catch(undefined) });

/** What the checks mean, for a person. Of what is not genuine only that is told. */
export function summarise(document: JsonObject, knowledge: Knowledge, checks: readonly Check[]): Summary {
  const { credential } = knowledge;
  const said = readAchievement(document);
  const claims = isGenuine(checks) ? claimsOf(document, said, knowledge, checks) : {};
  const status = statusOf(knowledge, checks);
  const claimWith = (states: string) => claimOf(claims, states, checks.some(({ code = '' }) => ENDED.has(code)));
  return { ...claims, status, sentence: sentence(checks, { claim: claimWith('states'), pastClaim: claimWith('had stated'), ...(credential && { credential }) }) };
}

type Claims = Partial<Omit<Summary, 'status' | 'sentence'>>;

/** Codes of a recognition that was, and is no longer. */
const ENDED = new Set(['recognition-ended', 'provider-suspended']);

function claimsOf(document: JsonObject, said: AchievementReading, knowledge: Knowledge, checks: readonly Check[]): Claims {
  const { issuer, credential } = knowledge;
  const { formOfLearning, level, assessedHow, achievement } = said;
  const awardedOn = CalendarDate.safeParse(said.awardedOn).data;
  const claims: Claims = {
    issuer: oneLine(issuer?.name ?? said.issuer?.name ?? said.issuer?.id ?? ''),
    recognisedBy: accreditationOf(knowledge)?.accreditor.name,
    trust: credential?.trust ?? (isUnrecognised(checks) ? 'self-asserted' : undefined),
    learner: learnerOf(document),
    achievement: achievement?.name && oneLine(achievement.name),
    formOfLearning, level, assessedHow, awardedOn,
  };
  return Object.fromEntries(Object.entries(claims).filter(([, value]) => value !== undefined));
}

function statusOf({ credential }: Knowledge, checks: readonly Check[]): Summary['status'] {
  if (!isGenuine(checks)) return 'unknown';
  if (credential && credential.status !== 'active') return credential.status;
  if (checks.some(({ code }) => code === 'expired')) return 'expired';
  return credential ? 'active' : 'unknown';
}

/** How the learner can be told from others: credentials carry no name. */
function learnerOf(document: JsonObject): string {
  const subject: unknown = Array.isArray(document.credentialSubject) ? document.credentialSubject[0] : document.credentialSubject;
  const { id, identifier = [] } = Identified.safeParse(subject).data ?? {};
  const [identity] = identifier;
  if (identity?.hashed && identity.identityType === 'emailAddress') return 'a person whose e-mail address it names as a hash';
  if (identity) return `the person with the ${oneLine(identity.identityType)} ${oneLine(identity.identityHash)}`;
  return id === undefined ? 'somebody whom it does not name' : `the holder of ${oneLine(id)}`;
}

function claimOf({ issuer, recognisedBy, learner, achievement, formOfLearning, level, assessedHow, awardedOn }: Claims, states: string, ended: boolean): string {
  const who = `${issuer || 'its issuer'}${recognisedBy === undefined ? '' : `, recognised by ${recognisedBy}${ended ? ' when it was issued but no longer' : ''},`}`;
  if (achievement === undefined) return `${who} ${states} what stands in it of ${learner ?? 'somebody'}`;
  const details = [
    formOfLearning && `${formOfLearning} learning`,
    level && `EQF level ${level}`,
    assessedHow && `assessed by ${ASSESSMENT_METHODS.concepts[assessedHow].label.en.toLowerCase()}`,
  ].filter(Boolean);
  return `${who} ${states} that ${learner} achieved “${achievement}”${awardedOn ? ` on ${onDay(awardedOn)}` : ''}${details.length > 0 ? ` (${details.join(', ')})` : ''}`;
}
