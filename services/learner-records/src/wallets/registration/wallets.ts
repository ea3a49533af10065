import { Injectable } from '@nestjs/common';
import { OAuthError, readBasic } from '@laurel/http';
import { Clock, Database, newId } from '@laurel/runtime';
import { z } from 'zod';
import { hashOf, matches, newSecret } from '../secret.js';
import type { RegisteredWallet, RegisterWallet, Wallet } from './wallet.js';
import { WalletTable } from './wallet.table.js';

/** Wallets that may ask learners. */
@Injectable()
export class Wallets {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async register(metadata: RegisterWallet): Promise<RegisteredWallet> {
    const [id, secret, now] = [newId(), newSecret(), this.clock.now()];
    await this.database.asPipeline((tx) => tx.insert(WalletTable, { id, secretHash: hashOf(secret), metadata, registeredAt: now.toISOString() }));
    return { ...metadata, client_id: id, client_secret: secret, client_id_issued_at: Math.floor(now.getTime() / 1000), client_secret_expires_at: 0 };
  }

  async find(id: string): Promise<Wallet | undefined> {
    if (!z.uuid().safeParse(id).success) return undefined;
    return (await this.database.asPipeline((tx) => tx.findOneBy(WalletTable, { id }))) ?? undefined;
  }

  /** The wallet that asks, by client_secret_basic. @throws OAuthError `invalid_client` */
  async authenticate(authorization: string | undefined): Promise<Wallet> {
    const { clientId, clientSecret } = readBasic(authorization);
    const wallet = await this.find(clientId);
    if (!wallet || !matches(clientSecret, wallet.secretHash)) throw new OAuthError('invalid_client', 'The wallet is unknown, or its secret is wrong.');
    return wallet;
  }
}
