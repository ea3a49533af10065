import { Injectable } from '@nestjs/common';
import { checkSubject, type Contained, ContextSet, CredentialError, inOrder, isVerified, presentedIn, verifyPresentation, type Check, type JsonObject, type OpenedCredential, type Profile } from '@laurel/credentials';
import { problemDocument } from '@laurel/http';
import { Clock, Problem, PublicOrigin } from '@laurel/runtime';
import { Examiner } from '../examining/examiner.js';
import { Keys } from '../verifications/keys.js';
import { presentationIn, refusal, type Submitted } from '../verifications/sent.js';
import type { Verification } from '../verifications/verification.js';
import { Verifications } from '../verifications/verifications.js';
import type { PresentationVerification, VerifyPresentation } from './presentation.js';

/** Checks presentations, and every credential in them. The challenge is the caller's own; nothing is stored. */
@Injectable()
export class Presentations {
  constructor(
    private readonly verifications: Verifications,
    private readonly keys: Keys,
    private readonly examiner: Examiner,
    private readonly contexts: ContextSet,
    private readonly clock: Clock,
    private readonly origin: PublicOrigin,
  ) {}

  /** @throws Problem `not-a-presentation`, `credential-too-large`, `verification-busy`; whatever else is wrong with it is an answer */
  async verify({ verifiablePresentation: sent, challenge, domain }: VerifyPresentation, requestId: string, profile: Profile = 'full'): Promise<PresentationVerification> {
    const opened = presentationIn(sent, profile);
    const now = this.clock.now();
    const asked = { ...(challenge !== undefined && { challenge }), ...(domain !== undefined && { domain }) };
    const examine = this.examiner.of('presentation', sent as string | JsonObject, profile);
    const checks = await verifyPresentation(opened, { now, profile, contexts: this.contexts, resolveKey: this.keys.of(undefined, now), examine, ...asked });
    const credentials = await this.presented(presentedIn(opened.document, profile), checks, requestId, profile);
    const holder = checks.find(({ check }) => check === 'holder-binding')?.params?.holder;
    return {
      verified: isVerified(checks) && credentials.every(({ verification }) => verification?.verified),
      ...(isVerified(checks) && typeof holder === 'string' && { holder }),
      checks,
      credentials,
    };
  }

  private async presented(presented: readonly Contained[], checks: readonly Check[], requestId: string, profile: Profile): Promise<PresentationVerification['credentials']> {
    const opened = presented.filter(isOpened);
    const verified = (await this.verifications.verifyEach(opened.map(submitted), requestId, profile)).values();
    return presented.map((each) => {
      const { pointer, credential } = each;
      const result = credential instanceof CredentialError ? refusal(credential, 'not-a-credential', `/verifiablePresentation${pointer}`) : verified.next().value;
      if (!result) throw new Error('fewer answers than credentials');
      if (result instanceof Problem) return { pointer, problem: problemDocument(result, this.origin.url, requestId) };
      return { pointer, verification: profile === 'full' && isOpened(each) ? withHolder(result, each.credential, checks) : result };
    });
  }
}

type OpenedPresented = Contained & { readonly credential: OpenedCredential };
const isOpened = (presented: Contained): presented is OpenedPresented => !(presented.credential instanceof CredentialError);
const submitted = ({ sent, credential }: OpenedPresented): Submitted => ({ sent: sent as string | JsonObject, opened: credential });

/** Whether it is about the one who shows it stands beside what it is in itself. */
function withHolder(verification: Verification, { document }: OpenedCredential, presentation: readonly Check[]): Verification {
  const checks = inOrder([...verification.checks, checkSubject(document, presentation)]);
  return { ...verification, checks };
}
