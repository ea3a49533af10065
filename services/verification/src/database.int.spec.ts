import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ANYONE, type Database } from '@laurel/runtime';
import { describeTables, scratchDatabase, type TableCase } from '@laurel/testing';
import { AccreditationFact, AchievementFact, IssuerFact, ProviderFact } from './copies/fact.js';
import { AccreditationTable, AchievementTable, IssuerTable, ProviderTable } from './copies/fact.table.js';
import { KnownAttestation } from './credentials/known-attestation.js';
import { KnownAttestationTable } from './credentials/known-attestation.table.js';
import { KnownCredential } from './credentials/known-credential.js';
import { KnownCredentialTable } from './credentials/known-credential.table.js';
import { entities, migrations, schema } from './database.js';
import { accreditation, achievement, attestation, issuer, provider, revoked } from './samples/first-aid.js';

const TABLES: readonly TableCase[] = [
  [ProviderTable, ProviderFact, { id: provider.id, version: 3, fact: provider }],
  [AccreditationTable, AccreditationFact, { id: accreditation.id, version: 1, fact: accreditation }],
  [AchievementTable, AchievementFact, { id: achievement.id, version: 2, fact: achievement }],
  [IssuerTable, IssuerFact, { id: issuer.id, version: 1, fact: issuer }],
  [KnownCredentialTable, KnownCredential, revoked],
  [KnownAttestationTable, KnownAttestation, attestation],
];

describeTables(schema, { entities, migrations }, TABLES);

describe('the tables', () => {
  let database: Database;

  beforeAll(async () => {
    database = await scratchDatabase(schema, { entities, migrations });
  });
  afterAll(() => database.close());

  it.each(TABLES)('%# may be read by anybody, and written by nobody who asks', async (table, _schema, row) => {
    await database.asPipeline((tx) => tx.insert(table, row));
    expect(await database.asTenant(ANYONE, (tx) => tx.find(table))).toEqual([row]);
    await expect(database.asTenant(ANYONE, (tx) => tx.insert(table, { ...row, version: 9, id: '0193609a-0000-7000-8000-0000000000ff' }))).rejects.toThrow(/row-level security/);
  });
});
