import { Injectable } from '@nestjs/common';
import { Standing, type Caller } from '@laurel/http';
import { Clock, Database } from '@laurel/runtime';
import { In } from 'typeorm';
import { RevocationTable } from './revocation.table.js';

/** How long an answer is believed: within the 5 s in which a revocation counts everywhere (api.md, Settled details). */
const BELIEVED_MS = 2_000;

/** Who stands, from the registry's events: the registry itself is never asked. */
@Injectable()
export class KnownStanding extends Standing {
  private readonly answers = new Map<string, { readonly stands: boolean; readonly until: number }>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    super();
  }

  async stands({ role, id, clientId }: Caller): Promise<boolean> {
    if (role !== 'provider') return true;
    if (clientId === undefined) return false;
    const now = this.clock.now().getTime();
    const known = this.answers.get(clientId);
    if (known && known.until > now && known.until <= now + BELIEVED_MS) return known.stands;
    const stands = !(await this.database.asPipeline((tx) => tx.existsBy(RevocationTable, { id: In([id, clientId]), stands: false })));
    if (this.answers.size > 10_000) this.answers.clear();
    this.answers.set(clientId, { stands, until: now + BELIEVED_MS });
    return stands;
  }
}
