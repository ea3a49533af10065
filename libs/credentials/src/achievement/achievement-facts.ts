import type { Achievement, HashedIdentity, OutcomeStatement } from '@laurel/events';
import type { StatusPlace } from '../status-list/status-entry.js';

/** Who signs, as the credential shows it (Open Badges 3.0 appendix B, Profile). */
export interface IssuerProfile {
  /** DID of the issuer. */
  readonly id: string;
  readonly name: string;
  readonly url?: string;
  readonly description?: string;
}

/** All that a credential says, gathered before it is built. Instants end in Z; `achievedOn` is a date. */
export interface AchievementFacts {
  /** UUID; the credential's id is `urn:uuid:` and this. */
  readonly credentialId: string;
  readonly issuer: IssuerProfile;
  readonly subject: {
    /** `urn:uuid:...`, random, and the learner's own. */
    readonly id: string;
    /** The learner's e-mail, hashed under a salt of this credential's own. */
    readonly identity?: HashedIdentity;
  };
  readonly achievement: Omit<Achievement, 'providerId' | 'publishedAt'>;
  readonly outcome: Pick<OutcomeStatement, 'achievedOn' | 'result' | 'evidence' | 'hours' | 'credits'>;
  /** Instant of issue; `validUntil` follows from it and the achievement's `validFor`. */
  readonly validFrom: string;
  readonly status: StatusPlace;
  /** Public origin of the deployment, in which achievements and vocabularies have their URLs. */
  readonly origin: string;
}
