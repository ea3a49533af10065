import { buildAchievementCredential, type JsonObject } from '@laurel/credentials';
import type { Accreditation, Achievement, Issuer, Provider } from '@laurel/events';
import type { Knowledge } from '../copies/knowledge.js';
import type { KnownAttestation } from '../credentials/known-attestation.js';
import type { KnownCredential } from '../credentials/known-credential.js';

/** When the sample was issued, and when it is looked at. */
export const ISSUED_AT = '2026-11-24T09:00:00.000Z';
export const NOW = new Date('2026-11-25T12:00:00.000Z');
export const ORIGIN = 'https://laurel.example';
const DID = 'did:web:laurel.example:issuers:0193609a-0000-7000-8000-000000000001';

export const provider: Provider = { id: '0193609a-0000-7000-8000-000000000001', name: 'City Library', setting: 'library', status: 'approved', changedAt: ISSUED_AT };
export const issuer: Issuer = { id: DID, providerId: provider.id, name: provider.name, keys: [{ id: `${DID}#z6Mk`, publicKeyMultibase: 'z6Mk', from: ISSUED_AT }] };
export const accreditation: Accreditation = {
  id: '0193609a-0000-7000-8000-000000000002', providerId: provider.id, accreditor: { name: 'the City of Haverford' }, scope: { formsOfLearning: ['non-formal'], maxLevel: 4 }, validFrom: '2026-01-01',
};
export const achievement: Achievement = {
  id: '0193609a-0000-7000-8000-000000000003', version: 2, providerId: provider.id, name: 'First aid', description: 'Helps until help comes.', criteria: { narrative: 'Showed it.' },
  achievementType: 'Course', formOfLearning: 'non-formal', setting: 'library', assessment: { method: 'practical-test' }, level: 3, fields: ['0913'], publishedAt: ISSUED_AT,
};
export const credential: KnownCredential = {
  id: '0193609a-0000-7000-8000-000000000004', issuerId: DID, providerId: provider.id, achievementId: achievement.id, achievementVersion: 2, accreditationId: accreditation.id,
  trust: 'accredited', awardedOn: '2026-11-20', issuedAt: ISSUED_AT, status: 'active', version: 1,
};

export const knowledge = (change: Partial<Knowledge> = {}): Knowledge => ({ issuer, credential, provider, achievement, accreditations: [accreditation], ...change });
export const revoked: KnownCredential = { ...credential, status: 'revoked', reason: 'withdrawn-by-provider', changedBy: 'City Library', changedAt: '2026-11-25T08:00:00.000Z', version: 2 };

/** One that its provider worded itself, with what became of it. */
export const attestation: KnownAttestation = {
  id: '0193609a-0000-7000-8000-000000000005', providerId: provider.id, issuerId: DID, revocationList: '0193609a-0000-7000-8000-000000000006', suspensionList: '0193609a-0000-7000-8000-000000000007',
  statusIndex: 42, issuedAt: ISSUED_AT, status: 'suspended', changedBy: 'City Library', changedAt: '2026-11-25T08:00:00.000Z', version: 2,
};

/** The document as issued, but for its proof. */
export const unsigned = (by: { readonly id: string; readonly name: string } = issuer): JsonObject =>
  buildAchievementCredential({
    credentialId: credential.id, issuer: { id: by.id, name: by.name }, achievement, outcome: { achievedOn: '2026-11-20' }, validFrom: ISSUED_AT, origin: ORIGIN,
    subject: { id: 'urn:uuid:5f0c2c6e-5d0e-4f0a-9d55-8a1f6a3b7c21', identity: { identityHash: `sha256$${'a'.repeat(64)}`, salt: 'salt-of-this-credential' } },
    status: { revocationList: `${ORIGIN}/v1/status-lists/1`, suspensionList: `${ORIGIN}/v1/status-lists/2`, index: 42 },
  });
