import { Injectable } from '@nestjs/common';
import { accessWithdrawn } from '@laurel/events';
import type { Caller } from '@laurel/http';
import { emit } from '@laurel/messaging';
import { Clock, Database, newId, requestProblem, type Transaction } from '@laurel/runtime';
import { IsNull } from 'typeorm';
import { RevocationTable } from '../../standing/revocation.table.js';
import type { Wallet } from '../registration/wallet.js';
import { hashOf, newSecret } from '../secret.js';
import type { Askable } from '../wallet-scope.js';
import { CODE_LIFETIME, type ConnectedWallet, type Grant } from './grant.js';
import { AuthorizationCodeTable, GrantTable } from './grant.table.js';

/** What a learner agreed to, and how the wallet will prove that it asked. */
export interface Agreement {
  readonly wallet: Wallet;
  readonly learnerId: string;
  readonly scopes: readonly Askable[];
  readonly redirectUri: string;
  /** BASE64URL(SHA256(code_verifier)) (RFC 7636 section 4.2). */
  readonly challenge: string;
}

/** What learners let wallets read, until they or the wallets end it. */
@Injectable()
export class Grants {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Grants it; gives the code by which the wallet gets its tokens. */
  async give({ wallet: { id: walletId, metadata }, learnerId, scopes, redirectUri, challenge }: Agreement): Promise<string> {
    const [id, code, now] = [newId(), newSecret(), this.clock.now()];
    await this.database.asPipeline(async (tx) => {
      await tx.insert(GrantTable, { id, walletId, learnerId, walletName: metadata.client_name, walletUrl: metadata.client_uri, scopes: [...scopes], grantedAt: now.toISOString() });
      await tx.insert(AuthorizationCodeTable, { codeHash: hashOf(code), grantId: id, redirectUri, challenge, expiresAt: new Date(now.getTime() + CODE_LIFETIME).toISOString() });
    });
    return code;
  }

  /** Those of a learner that stand, newest first. */
  of({ id: learnerId, tenant }: Caller): Promise<ConnectedWallet[]> {
    return this.database.asTenant(tenant, async (tx) => {
      const grants = await tx.find(GrantTable, { where: { learnerId, withdrawnAt: IsNull() }, order: { id: 'desc' } });
      return grants.map(({ id, scopes, grantedAt, walletName: name, walletUrl: url }) => ({ id, name, url, scopes, grantedAt }));
    });
  }

  /** A learner takes one back. @throws Problem `not-found` */
  takeBack(id: string, { id: learnerId }: Caller): Promise<void> {
    return this.database.asPipeline(async (tx) => {
      const grant = await tx.findOneBy(GrantTable, { id, learnerId, withdrawnAt: IsNull() });
      if (!grant) throw requestProblem('not-found', 'You let no wallet in under this id.');
      await this.withdraw(tx, grant);
    });
  }

  /** Ends a grant once: its tokens are worth nothing here from now on, and elsewhere as soon as it is told. */
  async withdraw(tx: Transaction, { id, learnerId, walletId }: Grant): Promise<void> {
    const now = this.clock.now();
    const { affected } = await tx.update(GrantTable, { id, withdrawnAt: IsNull() }, { withdrawnAt: now.toISOString() });
    if (affected !== 1) return;
    await tx.insert(RevocationTable, { id, version: 1, stands: false });
    await emit(tx, accessWithdrawn, [{ subject: id, version: 1, orderingKey: id, time: now, data: { grantId: id, learnerId, walletId, withdrawnAt: now.toISOString() } }]);
  }
}
