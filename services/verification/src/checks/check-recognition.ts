import { passed, skipped, warned, type Check } from '@laurel/credentials';
import { covers, type Accreditation } from '@laurel/events';
import type { Knowledge } from '../copies/knowledge.js';
import { onDay } from '../summary/words.js';

/** The accreditation under which a credential was issued. */
export const accreditationOf = ({ credential, accreditations }: Knowledge): Accreditation | undefined => accreditations.find(({ id }) => id === credential?.accreditationId);

/**
 * Does anybody recognise the issuer for this? An accreditation that ended later takes nothing from what was issued under it
 * (flow.md, decision 7), but the reader is told.
 */
export function checkRecognition(knowledge: Knowledge, now: Date): Check {
  const { issuer, credential, provider } = knowledge;
  if (!issuer) return warned('recognition', 'issuer-not-recognised', undefined, '/issuer');
  if (!credential) return skipped('recognition', 'credential-not-known');
  const accreditation = accreditationOf(knowledge);
  if (!accreditation || !provider) return skipped('recognition', 'recognition-not-known');
  const accreditor = accreditation.accreditor.name;
  if (provider.status === 'suspended') return warned('recognition', 'provider-suspended', { accreditor, provider: provider.name, since: onDay(provider.changedAt) });
  if (isRecognisedNow(knowledge, now.toISOString().slice(0, 10))) return passed('recognition', 'recognised-now', { accreditor });
  const { withdrawnAt, validUntil } = accreditation;
  const ended = withdrawnAt ? `withdrawn on ${onDay(withdrawnAt)}` : validUntil ? `ended on ${onDay(validUntil)}` : 'not in force now';
  return warned('recognition', 'recognition-ended', { accreditor, ended });
}

/** Any accreditation of the provider that covers the achievement and is in force will do: it need not be the one of then. */
function isRecognisedNow({ provider, achievement, accreditations, credential }: Knowledge, today: string): boolean {
  const covering = accreditations.filter(({ id, scope }) => (achievement ? covers(scope, achievement) : id === credential?.accreditationId));
  return provider?.status === 'approved' && covering.some(({ withdrawnAt, validFrom, validUntil }) => withdrawnAt === undefined && validFrom <= today && (validUntil === undefined || today <= validUntil));
}
