import type { Check, Message, MessageCode, MessageParams } from '@laurel/credentials';
import type { Provider } from '@laurel/events';
import type { Claims } from './claims.js';
import { FORMS, METHODS } from './vocabulary.js';

interface Circumstances {
  readonly learner: Message;
  /** How many credentials a record has. */
  readonly parts?: number;
  readonly checks: readonly Check[];
  readonly provider?: Provider;
  /** Whether it says so no longer. */
  readonly past: boolean;
}

/** What a credential says, as part of a sentence: `City Library states that ... achieved “First aid”`. */
export function claimOf(claims: Claims, { learner, parts, past, ...around }: Circumstances): Message {
  const params = { who: whoSays(claims, around), learner };
  if (parts !== undefined) return ofWhich(recordOf(parts, params, around.checks), around.checks);
  if (!('achievement' in claims)) return { code: past ? 'past-other-claim' : 'other-claim', params };
  const claim: Message = { code: past ? 'past-claim' : 'claim', params: { ...params, achieved: achieved(claims) } };
  const details = detailsOf(claims, around.checks);
  return details.length > 0 ? message('claim-in-detail', { claim, details }) : claim;
}

/** Beside what a record is, what there is to be known of its parts. */
function ofWhich(claim: Message, checks: readonly Check[]): Message {
  const shares = partsCheck(checks)?.params?.shares;
  return shares === undefined ? claim : message('claim-of-which', { claim, shares });
}

const partsCheck = (checks: readonly Check[]): Check | undefined => checks.find(({ check }) => check === 'parts');

/** The city says of learners what others certified, as far as they did; whoever else puts a record together may have written what is in it. */
function recordOf(count: number, params: MessageParams, checks: readonly Check[]): Message {
  const isCompiled = checks.some(({ code }) => code === 'compiles-records') && !partsCheck(checks)?.params?.unproven;
  if (count === 1) return { code: isCompiled ? 'compiled-record-of-one' : 'record-of-one', params };
  return { code: isCompiled ? 'compiled-record' : 'record', params: { ...params, count } };
}

function whoSays({ issuer, recognisedBy }: Claims, { checks, provider }: Pick<Circumstances, 'checks' | 'provider'>): Message {
  if (!issuer) return { code: 'who-unnamed' };
  if (recognisedBy === undefined) return message('who', { issuer });
  const params = { issuer, accreditor: recognisedBy };
  const recognition = checks.find(({ check }) => check === 'recognition')?.code;
  if (recognition === 'provider-suspended' && provider) return message('who-suspended', { ...params, since: provider.changedAt });
  return message(recognition === 'recognition-ended' ? 'who-recognised-then' : 'who-recognised', params);
}

function achieved({ achievement, awardedOn }: Claims): Message {
  if (!achievement) return { code: 'achieved-unnamed' };
  return awardedOn === undefined ? message('achieved', { achievement }) : message('achieved-on', { achievement, day: awardedOn });
}

/** The end is told unless a check tells of it: expired is not "valid until". */
function detailsOf({ formOfLearning, level, assessedHow, evidence = [], validUntil }: Claims, checks: readonly Check[]): Message[] {
  return [
    ...(formOfLearning ? [{ code: FORMS[formOfLearning] }] : []),
    ...(level === undefined ? [] : [message('at-level', { level })]),
    ...(assessedHow ? [{ code: METHODS[assessedHow] }] : []),
    ...(evidence.length === 1 ? [message('with-one-evidence')] : evidence.length > 1 ? [message('with-evidence', { count: evidence.length })] : []),
    ...(validUntil === undefined || checks.some(({ check, result }) => check === 'dates' && result === 'failed') ? [] : [message('until-day', { until: validUntil })]),
  ];
}

const message = (code: MessageCode, params?: MessageParams): Message => ({ code, ...(params && { params }) });
