import { Injectable } from '@nestjs/common';
import { signInRequested } from '@laurel/events';
import { AUDIENCE, signAccessToken } from '@laurel/http';
import { emit } from '@laurel/messaging';
import { Clock, Database, newId, requestProblem } from '@laurel/runtime';
import { IsNull, LessThan, MoreThan } from 'typeorm';
import type { LearnerRecordsConfig } from '../config.js';
import { emailKey, normalEmail } from '../learners/learner.js';
import { IdentifierTable } from '../learners/learner.table.js';
import { Seal } from '../learners/seal.js';
import { problem } from '../problems.js';
import { CODE_LIFETIME, hashCode, MOST_CODES, MOST_TRIES, newCode, sameHash, type RequestCode, type SignedIn, type SignIn } from './sign-in-code.js';
import { SignInCodeTable } from './sign-in-code.table.js';

const HOUR = 60 * 60 * 1000;
/** How long a learner stays signed in, in seconds. */
const SESSION = 60 * 60;

/** What signing in needs of the configuration. */
export class SignInSettings {
  constructor(readonly config: Pick<LearnerRecordsConfig, 'LEARNER_TOKEN_KEY' | 'CONTACT_KEY' | 'RATE_LIMITS'>) {}
}

@Injectable()
export class SignIns {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly seal: Seal,
    private readonly settings: SignInSettings,
  ) {}

  /** Has a code mailed. Known and unknown addresses are treated alike to the last statement, so that nobody can tell them apart. */
  async request({ email }: RequestCode): Promise<void> {
    const address = normalEmail(email);
    const { CONTACT_KEY, RATE_LIMITS } = this.settings.config;
    const [id, code, now] = [newId(), newCode(), this.clock.now()];
    const expiresAt = new Date(now.getTime() + CODE_LIFETIME).toISOString();
    await this.database.asPipeline(async (tx) => {
      const recent = await tx.countBy(SignInCodeTable, { email: address, createdAt: MoreThan(new Date(now.getTime() - HOUR).toISOString()) });
      if (RATE_LIMITS === 'on' && recent >= MOST_CODES) throw requestProblem('too-many-requests', 'This address asked for five codes within the hour.', { headers: { 'retry-after': '3600' } });
      const known = await tx.findOneBy(IdentifierTable, { key: emailKey(address) });
      await tx.insert(SignInCodeTable, { id, email: address, codeHash: hashCode(CONTACT_KEY, id, code), learnerId: known?.learnerId, createdAt: now.toISOString(), expiresAt, tries: 0 });
      const signIn = await this.seal.seal({ code, ...(known ? { email: address } : {}) });
      const data = { requestId: id, expiresAt, signIn, ...(known ? { learnerId: known.learnerId } : {}) };
      await emit(tx, signInRequested, [{ subject: id, version: 1, orderingKey: id, time: now, data }]);
    });
  }

  /** Opens the record to who read the code in the address's mail. That also proves the address. */
  async signIn(signIn: SignIn): Promise<SignedIn> {
    const learnerId = await this.prove(signIn);
    if (learnerId === undefined) throw problem('sign-in-refused', 'The code is wrong, used, expired, or not the newest.');
    const iat = Math.floor(this.clock.now().getTime() / 1000);
    const access_token = signAccessToken(this.settings.config.LEARNER_TOKEN_KEY, { iss: 'learner-records', sub: learnerId, aud: AUDIENCE, iat, exp: iat + SESSION, jti: newId(), scope: 'learner' });
    return { access_token, token_type: 'Bearer', expires_in: SESSION, scope: 'learner' };
  }

  /** The learner who read the code in the address's mail; undefined for whoever did not. */
  prove({ email, code }: SignIn): Promise<string | undefined> {
    return this.redeem(normalEmail(email), code);
  }

  /** Uses a code up; the try counts even if it fails, so this commits before anything is refused. */
  private redeem(email: string, code: string): Promise<string | undefined> {
    return this.database.asPipeline(async (tx) => {
      const now = this.clock.now().toISOString();
      const newest = await tx.findOne(SignInCodeTable, { where: { email }, order: { id: 'desc' }, lock: { mode: 'pessimistic_write' } });
      if (!newest) return undefined;
      const open = { id: newest.id, usedAt: IsNull(), expiresAt: MoreThan(now), tries: LessThan(MOST_TRIES) };
      const { affected } = await tx.update(SignInCodeTable, open, { tries: newest.tries + 1 });
      const right = sameHash(hashCode(this.settings.config.CONTACT_KEY, newest.id, code), newest.codeHash);
      if (affected !== 1 || !right || newest.learnerId === undefined) return undefined;
      await tx.update(SignInCodeTable, newest.id, { usedAt: now });
      await tx.update(IdentifierTable, { key: emailKey(email), verifiedAt: IsNull() }, { verifiedAt: now });
      return newest.learnerId;
    });
  }
}
