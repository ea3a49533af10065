import type { EventType } from './envelope.js';
import { attestationIssued } from './issuance/attestation-issued.js';
import { attestationStatusChanged } from './issuance/attestation-status-changed.js';
import { credentialIssued } from './issuance/credential-issued.js';
import { credentialStatusChanged } from './issuance/credential-status-changed.js';
import { issuerChanged } from './issuance/issuer-changed.js';
import { outcomeRefused } from './issuance/outcome-refused.js';
import { accessWithdrawn } from './learners/access-withdrawn.js';
import { contactChanged } from './learners/contact-changed.js';
import { outcomeRecorded } from './learners/outcome-recorded.js';
import { outcomeWithdrawn } from './learners/outcome-withdrawn.js';
import { signInRequested } from './learners/sign-in-requested.js';
import { accreditationChanged } from './registry/accreditation-changed.js';
import { achievementPublished } from './registry/achievement-published.js';
import { clientRevoked } from './registry/client-revoked.js';
import { providerChanged } from './registry/provider-changed.js';
import { registryAsked, registryComplete } from './registry/registry-complete.js';

/** Every event that crosses a service. */
export const catalogue: readonly EventType[] = [
  providerChanged, accreditationChanged, achievementPublished, clientRevoked, registryAsked, registryComplete,
  outcomeRecorded, outcomeWithdrawn, contactChanged, signInRequested, accessWithdrawn,
  issuerChanged, credentialIssued, credentialStatusChanged, outcomeRefused, attestationIssued, attestationStatusChanged,
];
