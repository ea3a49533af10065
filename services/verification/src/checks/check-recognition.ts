import { passed, skipped, warned, type Check, type Message } from '@laurel/credentials';
import { covers, type Accreditation, type Provider } from '@laurel/events';
import type { Knowledge } from '../copies/knowledge.js';

/** The accreditation under which a credential was issued. */
export const accreditationOf = ({ credential, accreditations }: Knowledge): Accreditation | undefined => accreditations.find(({ id }) => id === credential?.accreditationId);

/**
 * Does anybody recognise the issuer for this? An accreditation that ended later takes nothing from what was issued under it
 * (flow.md, decision 7), but the reader is told.
 */
export function checkRecognition(knowledge: Knowledge, now: Date): Check {
  const { issuer, credential, attestation, provider } = knowledge;
  if (!issuer) return warned('recognition', 'issuer-not-recognised', undefined, '/issuer');
  if (issuer.kind === 'city') return passed('recognition', 'compiles-records');
  if (attestation && provider) return ownWords(provider);
  if (!credential) return skipped('recognition', 'credential-not-known');
  const accreditation = accreditationOf(knowledge);
  if (!accreditation || !provider) return skipped('recognition', 'recognition-not-known');
  const accreditor = accreditation.accreditor.name;
  if (provider.status === 'suspended') return warned('recognition', 'provider-suspended', { accreditor, provider: provider.name, since: provider.changedAt });
  const today = now.toISOString().slice(0, 10);
  if (isRecognisedNow(knowledge, today)) return passed('recognition', 'recognised-now', { accreditor });
  return warned('recognition', 'recognition-ended', { accreditor, ended: endOf(accreditation, today) });
}

function endOf({ withdrawnAt, validUntil }: Accreditation, today: string): Message {
  if (withdrawnAt) return { code: 'accreditation-withdrawn', params: { on: withdrawnAt } };
  return validUntil && validUntil < today ? { code: 'accreditation-over', params: { on: validUntil } } : { code: 'accreditation-not-in-force' };
}

/** Who recognises a provider does so for what is recorded and decided, not for whatever it says. */
const ownWords = ({ name, status, changedAt }: Provider): Check =>
  status === 'suspended'
    ? warned('recognition', 'not-an-outcome-suspended', { provider: name, since: changedAt })
    : warned('recognition', 'not-an-outcome', { provider: name });

/** Any accreditation of the provider that covers the achievement and is in force will do: it need not be the one of then. */
function isRecognisedNow({ provider, achievement, accreditations, credential }: Knowledge, today: string): boolean {
  const covering = accreditations.filter(({ id, scope }) => (achievement ? covers(scope, achievement) : id === credential?.accreditationId));
  return provider?.status === 'approved' && covering.some(({ withdrawnAt, validFrom, validUntil }) => withdrawnAt === undefined && validFrom <= today && (validUntil === undefined || today <= validUntil));
}
