import { ENGLISH, type Check, type JsonObject, type Message } from '@laurel/credentials';
import { accreditationOf } from '../checks/check-recognition.js';
import type { Standing } from '../checks/check-status.js';
import type { Knowledge } from '../copies/knowledge.js';
import { claimOf } from './claim-in-words.js';
import { claimsOf } from './claims.js';
import { learnerOf } from './learner.js';
import { said } from './outcome.js';
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
  const claim = claimOf(claims, { learner, checks, ...(knowledge.provider && { provider: knowledge.provider }), past: isPast(checks) });
  const warnings = checks.filter(({ result }) => result === 'warned').map(({ code, params, detail }) => ({ code, ...(params && { params }), detail }));
  const { reason, ...change } = changeOf(standing);
  return {
    ...claims,
    status: statusOf(standing, checks),
    ...change,
    ...(warnings.length > 0 && { warnings }),
    messages: { sentence: sentenceOf(checks, claim), learner, ...said({ recognisedFor: scope && scopeInWords(scope), reason }) },
  };
}

function statusOf(standing: Standing | undefined, checks: readonly Check[]): Summary['status'] {
  if (standing && standing.status !== 'active') return standing.status;
  if (checks.some(({ code }) => code === 'expired')) return 'expired';
  return standing ? 'active' : 'unknown';
}

/** Who changed that it stands, when and why. */
function changeOf(standing: Standing | undefined): { changedBy?: string; changedAt?: string; reason?: Message } {
  if (!standing || standing.status === 'active') return {};
  const { changedBy, changedAt, reason } = standing;
  return said({ changedBy, changedAt, reason: reason && { code: reason } });
}
