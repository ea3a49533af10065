import { Injectable } from '@nestjs/common';
import { RememberedStanding, type Caller } from '@laurel/http';
import { Clock, Database } from '@laurel/runtime';

/** Who stands, as far as the facts of the registry and of learners have come here. */
@Injectable()
export class KnownStanding extends RememberedStanding {
  constructor(
    private readonly database: Database,
    clock: Clock,
  ) {
    super(clock);
  }

  protected look({ tenant, id }: Caller, actsBy: string): Promise<boolean> {
    return this.database.asTenant(tenant, async (tx) => {
      const [row]: { stands: boolean }[] = await tx.query(
        `select not exists (select from revoked_clients where client_id = $1) and not exists (select from withdrawn_grants where grant_id = $1)
           and not exists (select from providers where id = $2 and fact->>'status' = 'suspended') as stands`,
        [actsBy, id],
      );
      return row?.stands ?? false;
    });
  }
}
