import { clrParts, ENGLISH, isClr, type Check, type JsonObject, type Message } from '@laurel/credentials';
import { CredentialStatus } from '@laurel/events';
import { accreditationOf } from '../checks/check-recognition.js';
import type { Standing } from '../checks/check-status.js';
import type { Knowledge } from '../copies/knowledge.js';
import { claimOf } from './claim-in-words.js';
import { claimsOf } from './claims.js';
import { learnerOf } from './learner.js';
import { membersOf } from './outcome.js';
import { isPast, isSelfAsserted, sentenceOf } from './sentence.js';
import { type Summary, summaryIn } from './summary.js';
import { isGenuine, unprovenSentence } from './unproven.js';
import { scopeInWords } from './vocabulary.js';

/** What the checks mean, for a person, in English; `summaryIn` says it in other languages. Of what is not genuine only that is told. */
export function summarise(document: JsonObject, knowledge: Knowledge, checks: readonly Check[]): Summary {
  const told = isGenuine(checks) ? genuine(document, knowledge, checks) : { status: 'unknown' as const, messages: { sentence: unprovenSentence(checks) } };
  return summaryIn(ENGLISH, told);
}

function genuine(document: JsonObject, knowledge: Knowledge, checks: readonly Check[]): Omit<Summary, 'sentence'> {
  const standing = knowledge.credential ?? knowledge.attestation;
  const claims = claimsOf(document, knowledge, isSelfAsserted(checks));
  const learner = learnerOf(document);
  const scope = accreditationOf(knowledge)?.scope;
  const claim = claimOf(claims, { learner, checks, ...(isClr(document) && { parts: clrParts(document).length }), ...(knowledge.provider && { provider: knowledge.provider }), past: isPast(checks) });
  const warnings = checks.filter(({ result }) => result === 'warned').map(({ code, params, detail }) => ({ code, ...(params && { params }), detail }));
  const { reason, ...change } = changeOf(standing);
  return {
    ...claims,
    status: statusOf(checks),
    ...change,
    ...(warnings.length > 0 && { warnings }),
    messages: { sentence: sentenceOf(checks, claim), learner, ...membersOf({ recognisedFor: scope && scopeInWords(scope), reason }) },
  };
}

/** By the checks, so that it is told alike of ours and of strangers'. */
function statusOf(checks: readonly Check[]): Summary['status'] {
  const status = checks.find(({ check }) => check === 'status');
  const standing = CredentialStatus.options.find((option) => option === status?.code);
  if (standing) return standing;
  if (checks.some(({ code }) => code === 'expired')) return 'expired';
  return status?.result === 'passed' ? 'active' : 'unknown';
}

/** Who changed that it stands, when and why. */
function changeOf(standing: Standing | undefined): { changedBy?: string; changedAt?: string; reason?: Message } {
  if (!standing || standing.status === 'active') return {};
  const { changedBy, changedAt, reason } = standing;
  return membersOf({ changedBy, changedAt, reason: reason && { code: reason } });
}
