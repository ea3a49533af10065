import type { OnApplicationBootstrap } from '@nestjs/common';
import type { Database, PublicOrigin } from '@laurel/runtime';
import { CITY } from './issuer.js';
import type { Issuers } from './issuers.js';

/** The city as an issuer of its own, of the records that it compiles: with keys like a provider's, under the name that is configured. */
export class City implements OnApplicationBootstrap {
  constructor(
    private readonly database: Database,
    private readonly issuers: Issuers,
    private readonly origin: PublicOrigin,
    private readonly name: string,
  ) {}

  /** After the check that the keys that are there can be opened; two processes that start at once make one issuer. */
  onApplicationBootstrap(): Promise<void> {
    return this.database.asPipeline(async (tx) => {
      await tx.query(`select pg_advisory_xact_lock(hashtext('the city as an issuer'))`);
      await this.issuers.establish(tx, [{ id: CITY, name: this.name, url: this.origin.url }]);
    });
  }
}
