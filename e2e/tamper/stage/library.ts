import { buildAchievementCredential, didKey, encodeMultikey, publicKeyOf, signWith, SIGNING_KEY_TYPES, type AchievementFacts, type JsonObject, type PublicKey, type Signer, type SigningKeyType } from '@laurel/credentials';
import type { Accreditation, Achievement, CredentialStatus, Issuer, Provider } from '@laurel/events';
import { newId } from '@laurel/runtime';
import { generateKeyPairSync } from 'node:crypto';

export const ISSUED_AT = '2026-11-24T09:00:00.000Z';
const ORIGIN = 'https://laurel.example';

/** A key of its own, under a DID: a did:key of itself unless another is given. */
export function newSigner(type: SigningKeyType, did?: string): Signer {
  const { privateKey } = type === 'Ed25519' ? generateKeyPairSync('ed25519') : generateKeyPairSync('ec', { namedCurve: type });
  const publicKey = publicKeyOf(privateKey) as PublicKey<SigningKeyType>;
  return { publicKey, verificationMethod: `${did ?? didKey(publicKey)}#${encodeMultikey(publicKey)}`, sign: (bytes) => signWith(type, privateKey, bytes) };
}

export const didOf = ({ verificationMethod }: Signer): string => verificationMethod.split('#')[0] ?? '';

/** A provider that the city recognises, as the events of its owners tell it, with the keys in its name. */
export class Library {
  readonly provider: Provider;
  readonly did: string;
  readonly signers: Readonly<Record<SigningKeyType, Signer>>;
  readonly issuer: Issuer;
  readonly accreditation: Accreditation;
  readonly achievement: Achievement;

  constructor({ status = 'approved' }: Partial<Pick<Provider, 'status'>> = {}) {
    const [providerId, name] = [newId(), 'City Library'];
    this.provider = { id: providerId, name, setting: 'library', status, changedAt: ISSUED_AT };
    this.did = `did:web:laurel.example:issuers:${providerId}`;
    this.signers = Object.fromEntries(SIGNING_KEY_TYPES.map((type) => [type, newSigner(type, this.did)])) as Readonly<Record<SigningKeyType, Signer>>;
    const keys = Object.values(this.signers).map(({ verificationMethod, publicKey }) => ({ id: verificationMethod, publicKeyMultibase: encodeMultikey(publicKey), from: ISSUED_AT }));
    this.issuer = { id: this.did, providerId, name, keys };
    this.accreditation = { id: newId(), providerId, accreditor: { name: 'the City of Haverford' }, scope: { formsOfLearning: ['non-formal'], maxLevel: 4 }, validFrom: '2026-01-01' };
    this.achievement = {
      id: newId(), version: 2, providerId, name: 'First aid', description: 'Helps until help comes.', criteria: { narrative: 'Showed it.' }, achievementType: 'Course',
      formOfLearning: 'non-formal', setting: 'library', assessment: { method: 'practical-test' }, level: 3, fields: ['0913'], credits: 1.5, tags: ['health'], publishedAt: ISSUED_AT,
    };
  }

  /** The document of one of its credentials, before it is signed. */
  document(credentialId: string, issuerId = this.did, change: Partial<AchievementFacts> = {}): JsonObject {
    return buildAchievementCredential({
      credentialId, achievement: this.achievement, validFrom: ISSUED_AT, origin: ORIGIN,
      issuer: { id: issuerId, name: this.provider.name, url: 'https://library.example/' },
      outcome: {
        achievedOn: '2026-11-20', hours: 12, credits: 1.5, result: { resultType: 'Percent', value: '87', status: 'Completed' },
        evidence: [{ name: 'Observation note', genre: 'note', narrative: 'Two hours beside a nurse.' }],
      },
      subject: { id: `urn:uuid:${newId()}`, identity: { identityHash: `sha256$${'a'.repeat(64)}`, salt: 'salt-of-this-credential' } },
      status: { revocationList: `${ORIGIN}/v1/status-lists/1`, suspensionList: `${ORIGIN}/v1/status-lists/2`, index: 42 },
      ...change,
    });
  }

  /** What issuance tells of a credential. */
  issued(credentialId: string) {
    const { provider, achievement, accreditation, did } = this;
    return {
      credentialId, outcomeId: newId(), providerId: provider.id, providerName: provider.name, learnerId: newId(), issuerId: did, achievementId: achievement.id, achievementVersion: achievement.version,
      achievementName: achievement.name, formOfLearning: achievement.formOfLearning, level: achievement.level, trust: 'accredited' as const, accreditationId: accreditation.id, awardedOn: '2026-11-20', issuedAt: ISSUED_AT,
    };
  }

  /** What issuance tells when a credential does not stand any more. */
  changed(credentialId: string, status: CredentialStatus) {
    const { provider, achievement } = this;
    return {
      credentialId, outcomeId: newId(), providerId: provider.id, providerName: provider.name, learnerId: newId(), achievementName: achievement.name,
      status, reason: 'withdrawn-by-provider' as const, changedBy: provider.name, changedAt: ISSUED_AT,
    };
  }
}
