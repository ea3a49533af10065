import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Issuer } from '@laurel/events';
import type { Database } from '@laurel/runtime';
import { scratchDatabase } from '@laurel/testing';
import { entities, migrations, schema } from '../database.js';
import { credential, issuer as webIssuer, unsigned } from '../samples/first-aid.js';
import { keyOf } from '../verifications/keys.js';
import { KnownCredentialTable } from '../credentials/known-credential.table.js';
import { IssuerTable } from './fact.table.js';
import { Copies } from './knowledge.js';

const [ED, P256] = ['z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2', 'zDnaepBuvsQ8cpsWrVKw8fbpGpvPeNSjVPTWoq6cRqaYzBKVP'];
const issuer: Issuer = {
  ...webIssuer, id: `did:key:${ED}`,
  keys: [ED, P256].map((publicKeyMultibase) => ({ id: `did:key:${publicKeyMultibase}#${publicKeyMultibase}`, publicKeyMultibase, from: '2026-11-24T09:00:00.000Z' })),
};

describe('an issuer', () => {
  let database: Database;
  beforeAll(async () => {
    database = await scratchDatabase(schema, { entities, migrations });
    await database.asPipeline(async (tx) => {
      await tx.insert(IssuerTable, [issuer, webIssuer].map((fact) => ({ id: fact.id, version: 1, fact })));
      await tx.insert(KnownCredentialTable, { ...credential, issuerId: issuer.id });
    });
  });
  afterAll(() => database.close());
  const about = async (id: string) => (await new Copies(database).about([unsigned({ id, name: issuer.name })]))[0]!;

  it.each([ED, P256])('is found by the DID of its key %s, and its credential with it', async (key) => {
    expect(await about(`did:key:${key}`)).toMatchObject({ issuer, credential: { id: credential.id } });
    expect(keyOf(issuer, `did:key:${key}#${key}`, 'assertionMethod')).toMatchObject({ controller: `did:key:${key}` });
  });

  it('is found by its did:web, where a credential of another issuer is not its own', async () => {
    const known = await about(webIssuer.id);
    expect(known.issuer).toEqual(webIssuer);
    expect(known.credential).toBeUndefined();
  });

  it.each([`did:key:${ED}#${ED}`, `did:key:${P256}x`, `${webIssuer.id}#z6Mk`, 'did:key:'])('is not found by %s', async (did) => {
    expect((await about(did)).issuer).toBeUndefined();
  });
});
