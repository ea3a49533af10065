import { Injectable } from '@nestjs/common';
import type { Check, Profile } from '@laurel/credentials';
import { problemDocument } from '@laurel/http';
import { PublicOrigin } from '@laurel/runtime';
import { Presentations } from '../presentations/presentations.js';
import { problem } from '../problems.js';
import { Verifications } from '../verifications/verifications.js';
import { detailsWithin, problemDetails } from './problem-details.js';
import type { NotVerified, ProblemDetail, Verified, VerifyCredentialRequest, VerifyPresentationRequest } from './vc-api.js';

/** The same verifications as those of /v1, in the words of the VC API: what is not verified is a problem. */
@Injectable()
export class VcApiVerifier {
  constructor(
    private readonly verifications: Verifications,
    private readonly presentations: Presentations,
    private readonly origin: PublicOrigin,
  ) {}

  async credential({ verifiableCredential }: VerifyCredentialRequest, requestId: string, profile: Profile): Promise<Verified | NotVerified> {
    const { verified, checks, parts = [] } = await this.verifications.verify(verifiableCredential, requestId, profile);
    const details = [...problemDetails(checks, '/verifiableCredential'), ...detailsWithin(parts, '/verifiableCredential')];
    return verified ? { verified, checks, problemDetails: details } : this.refused('credential-not-verified', checks, details, requestId);
  }

  async presentation({ verifiablePresentation, options }: VerifyPresentationRequest, requestId: string, profile: Profile): Promise<Verified | NotVerified> {
    const { challenge, domain } = options ?? {};
    const { verified, checks, credentials } = await this.presentations.verify({ verifiablePresentation, challenge, domain }, requestId, profile);
    const at = '/verifiablePresentation';
    const details = [...problemDetails(checks, at), ...detailsWithin(credentials, at)];
    return verified ? { verified, checks, problemDetails: details } : this.refused('presentation-not-verified', checks, details, requestId);
  }

  private refused(code: 'credential-not-verified' | 'presentation-not-verified', checks: Check[], details: ProblemDetail[], requestId: string): NotVerified {
    const failure = problem(code, details.map(({ detail }) => detail).join('; ').slice(0, 1_000));
    return { ...problemDocument(failure, this.origin.url, requestId), verified: false, checks, problemDetails: details };
  }
}
