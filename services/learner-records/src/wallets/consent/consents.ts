import { Injectable } from '@nestjs/common';
import { OAuthError } from '@laurel/http';
import { Problem, PublicOrigin } from '@laurel/runtime';
import { SignIn, RequestCode } from '../../sign-in/sign-in-code.js';
import { SignIns } from '../../sign-in/sign-ins.js';
import { Grants } from '../grants/grants.js';
import { Wallets } from '../registration/wallets.js';
import { issuerUrl } from '../wallet-endpoints.js';
import { addressed, answerUrl, readAuthorizationRequest, type AuthorizationRequest, type Parameters } from './authorization-request.js';
import type { Stage } from './consent-page.js';

/** What the browser gets: a page, the way back to the wallet, or the page for a request that has none. */
export type Step = { readonly show: AuthorizationRequest; readonly stage: Stage } | { readonly back: string } | { readonly stray: true };

/** A learner's way from a wallet's question to its answer. Nothing is remembered in between: each page carries the question, and the code in the mail is the learner's signature. */
@Injectable()
export class Consents {
  constructor(
    private readonly wallets: Wallets,
    private readonly grants: Grants,
    private readonly signIns: SignIns,
    private readonly origin: PublicOrigin,
  ) {}

  /** The first page. */
  ask(parameters: Parameters): Promise<Step> {
    return this.with(parameters, async (request) => ({ show: request, stage: {} }));
  }

  /** What follows from what the learner sent. */
  answer(parameters: Parameters): Promise<Step> {
    return this.with(parameters, async (request) => {
      const decision = parameters.get('decision');
      if (decision === 'deny') throw new OAuthError('access_denied', 'The learner does not allow it.');
      return decision === 'allow' ? this.allow(request, parameters) : this.mailCode(request, parameters);
    });
  }

  private async mailCode(request: AuthorizationRequest, parameters: Parameters): Promise<Step> {
    const { data } = RequestCode.safeParse({ email: parameters.get('email') });
    if (!data) return { show: request, stage: { wrong: 'This is not an e-mail address.' } };
    try {
      await this.signIns.request(data);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return { show: request, stage: { wrong: error.detail } };
    }
    return { show: request, stage: { email: data.email } };
  }

  private async allow(request: AuthorizationRequest, parameters: Parameters): Promise<Step> {
    const email = RequestCode.safeParse({ email: parameters.get('email') }).data?.email;
    const { data } = SignIn.safeParse({ email, code: parameters.get('code')?.trim() });
    const learnerId = data && (await this.signIns.prove(data));
    if (learnerId === undefined) return { show: request, stage: { ...(email !== undefined && { email }), wrong: 'The code is wrong, used, expired, or not the newest.' } };
    const code = await this.grants.give({ ...request, learnerId });
    return { back: answerUrl(request, issuerUrl(this.origin), { code, scope: request.scopes.join(' ') }) };
  }

  /** Faults are told to the wallet where it is certain who it is, else to the learner (RFC 6749 section 4.1.2.1). */
  private async with(parameters: Parameters, next: (request: AuthorizationRequest) => Promise<Step>): Promise<Step> {
    const to = addressed(parameters, await this.wallets.find(parameters.get('client_id') ?? ''));
    if (!to) return { stray: true };
    try {
      return await next(readAuthorizationRequest(parameters, to));
    } catch (error) {
      if (!(error instanceof OAuthError)) throw error;
      return { back: answerUrl(to, issuerUrl(this.origin), { error: error.error, error_description: error.description }) };
    }
  }
}
