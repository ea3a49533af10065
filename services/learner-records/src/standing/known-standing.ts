import { Injectable } from '@nestjs/common';
import { RememberedStanding, type Caller } from '@laurel/http';
import { Clock, Database } from '@laurel/runtime';
import { In } from 'typeorm';
import { RevocationTable } from './revocation.table.js';

/** Who stands, by the revocations that were told. */
@Injectable()
export class KnownStanding extends RememberedStanding {
  constructor(
    private readonly database: Database,
    clock: Clock,
  ) {
    super(clock);
  }

  protected async look({ id }: Caller, clientId: string): Promise<boolean> {
    return !(await this.database.asPipeline((tx) => tx.existsBy(RevocationTable, { id: In([id, clientId]), stands: false })));
  }
}
