import type { Transaction } from '@laurel/runtime';
import { In } from 'typeorm';
import { completed, type IssuerRow, type NewKeys } from './issuer.js';
import { IssuerTable, SigningKeyTable } from './issuer.table.js';
import type { KeySeal } from './key-seal.js';
import type { OpenKey } from './signing-key.js';

/** How many issuers get their missing keys in one transaction. */
export const COMPLETED_AT_ONCE = 200;

/** Issuers that nobody else changes meanwhile, so that each version follows the one before. */
export async function lockIssuers(tx: Transaction, providerIds: readonly string[]): Promise<IssuerRow[]> {
  await tx.query('select from issuers where provider_id = any($1::uuid[]) order by provider_id for no key update', [providerIds]);
  return tx.findBy(IssuerTable, { providerId: In([...providerIds]) });
}

export async function storeKeys(tx: Transaction, seal: KeySeal, keys: readonly OpenKey[]): Promise<void> {
  await tx.insert(SigningKeyTable, keys.map(({ pkcs8, ...key }) => ({ ...key, sealed: seal.seal(pkcs8, key.id) })));
}

/** Providers whose issuers are from before there were keys of all kinds. P-384 came last: who has none lacks some. */
export async function lackingKeys(tx: Transaction): Promise<string[]> {
  const lacking: { providerId: string }[] = await tx.query(
    `select provider_id as "providerId" from issuers i where not exists (select from signing_keys k where k.provider_id = i.provider_id and k.type = 'P-384')
     order by provider_id limit ${COMPLETED_AT_ONCE}`,
  );
  return lacking.map(({ providerId }) => providerId);
}

/** Gives issuers the keys that they lack; gives those that changed. What each has is read when nobody else can change it. */
export async function completeKeys(tx: Transaction, seal: KeySeal, now: Date, providerIds: readonly string[]): Promise<IssuerRow[]> {
  const issuers = await lockIssuers(tx, providerIds);
  const keys = await tx.findBy(SigningKeyTable, { providerId: In([...providerIds]) });
  const made = issuers.map((issuer) => completed(issuer, keys.filter(({ providerId }) => providerId === issuer.providerId), now.toISOString())).filter((each): each is NewKeys => each !== undefined);
  for (const { issuer } of made) await tx.update(IssuerTable, issuer.providerId, { keys: issuer.keys, version: issuer.version });
  await storeKeys(tx, seal, made.flatMap((each) => each.keys));
  return made.map(({ issuer }) => issuer);
}
