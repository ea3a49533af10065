import { Injectable } from '@nestjs/common';
import { clientRevoked } from '@laurel/events';
import type { Caller } from '@laurel/http';
import { Clock, Database, newId, requestProblem, type Transaction } from '@laurel/runtime';
import { IsNull } from 'typeorm';
import { problem } from '../problems.js';
import { ProviderTable } from '../providers/provider.table.js';
import { tell } from '../registry-log.js';
import { hashSecret, matchesSecret, MOST_CLIENTS, newSecret, type ClientRow, type CreateClient, type NewClient } from './client.js';
import { ClientTable } from './client.table.js';

@Injectable()
export class Clients {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async create(providerId: string, { name, scopes }: CreateClient, caller: Caller): Promise<NewClient> {
    own(caller, providerId);
    const clientSecret = newSecret();
    const secretHash = await hashSecret(clientSecret);
    return this.database.asTenant(caller.tenant, async (tx) => {
      await queue(tx, providerId);
      const provider = await tx.findOneBy(ProviderTable, { id: providerId });
      if (!provider) throw requestProblem('not-found', 'No provider has this id.');
      if (provider.status !== 'approved') throw problem('provider-not-approved', `This provider is ${provider.status}.`);
      const active = await tx.countBy(ClientTable, { providerId, revokedAt: IsNull() });
      if (active >= MOST_CLIENTS) throw problem('too-many-clients', `There are ${active} clients that work.`);
      const row = { id: newId(), providerId, name, scopes, secretHash, createdAt: this.clock.now().toISOString() };
      await tx.insert(ClientTable, row);
      return { clientId: row.id, clientSecret, name, scopes, providerId, createdAt: row.createdAt };
    });
  }

  revoke(providerId: string, clientId: string, caller: Caller): Promise<void> {
    own(caller, providerId);
    return this.database.asTenant(caller.tenant, async (tx) => {
      const row = await tx.findOne(ClientTable, { where: { id: clientId, providerId, revokedAt: IsNull() }, lock: { mode: 'pessimistic_write' } });
      if (!row) throw requestProblem('not-found', 'No client that works has this id.');
      const now = this.clock.now();
      await tx.update(ClientTable, clientId, { revokedAt: now.toISOString() });
      await tell(tx, clientRevoked, { subject: clientId, version: 1, time: now, data: { clientId, providerId, revokedAt: now.toISOString() } });
    });
  }

  /** The provider that a client speaks for and what for, if id and secret are right, the client stands and the provider is approved. */
  async authenticate(clientId: string, secret: string): Promise<Pick<ClientRow, 'providerId' | 'scopes'> | undefined> {
    const row = await this.database.asPipeline((tx) => tx.findOneBy(ClientTable, { id: clientId, revokedAt: IsNull() }));
    if (!row || !(await matchesSecret(secret, row.secretHash))) return undefined;
    return (await this.stands(row.id, row.providerId)) ? row : undefined;
  }

  /** Whether a client still works and its provider may still act. */
  stands(clientId: string, providerId: string): Promise<boolean> {
    return this.database.asPipeline(async (tx) => {
      const client = await tx.existsBy(ClientTable, { id: clientId, providerId, revokedAt: IsNull() });
      return client && (await tx.existsBy(ProviderTable, { id: providerId, status: 'approved' }));
    });
  }
}

/** A provider reaches its own clients only; those of others are not there for it. */
function own(caller: Caller, providerId: string): void {
  if (caller.role === 'provider' && caller.id !== providerId) throw requestProblem('not-found', 'No provider of yours has this id.');
}

/** Two at once must not both find one client and make a third. */
const queue = (tx: Transaction, providerId: string) => tx.query(`select pg_advisory_xact_lock(hashtext($1))`, [`clients of ${providerId}`]);
