import { issuerId, type JsonObject } from '@laurel/credentials';
import { Id, type Accreditation, type Achievement, type Issuer, type Provider } from '@laurel/events';
import type { Transaction } from '@laurel/runtime';
import { In } from 'typeorm';
import type { KnownCredential } from '../credentials/known-credential.js';
import { KnownCredentialTable } from '../credentials/known-credential.table.js';
import { AchievementTable, IssuerTable, ProviderTable } from './fact.table.js';

/** A DID in printable characters (DID Core 1.0 section 3.1): what else stands there is nobody we know. */
const DID = /^did:[!-~]{1,2000}$/;
const UUID_URN = /^urn:uuid:(.*)$/;

/** Who a document says issued it, if that has the form of a DID. */
export const issuerDid = (document: JsonObject): string | undefined => {
  const did = issuerId(document);
  return did !== undefined && DID.test(did) ? did : undefined;
};

/** The UUID in a document's id, lower case as the database has it. */
export const credentialId = ({ id }: JsonObject): string | undefined => Id.safeParse(typeof id === 'string' ? UUID_URN.exec(id)?.[1] : undefined).data?.toLowerCase();

/** Issuers by their DIDs, or by the did:key that any of their keys is by itself. */
export async function readIssuers(tx: Transaction, dids: readonly string[]): Promise<Map<string, Issuer>> {
  const asked = unique(dids.filter((did) => DID.test(did)));
  if (asked.length === 0) return new Map();
  const issuers = new Map((await tx.findBy(IssuerTable, { id: In(asked) })).map(({ id, fact }) => [id, fact]));
  const others = asked.filter((did) => did.startsWith('did:key:') && !issuers.has(did));
  if (others.length === 0) return issuers;
  const keyOf = (did: string) => did.slice('did:key:'.length);
  const keyed: { fact: Issuer }[] = await tx.query(`select fact from issuers where fact->'keys' @> any($1::jsonb[])`, [others.map((did) => JSON.stringify([{ publicKeyMultibase: keyOf(did) }]))]);
  for (const did of others) {
    const issuer = keyed.find(({ fact }) => fact.keys.some(({ publicKeyMultibase }) => publicKeyMultibase === keyOf(did)));
    if (issuer) issuers.set(did, issuer.fact);
  }
  return issuers;
}

export async function readCredentials(tx: Transaction, ids: readonly string[]): Promise<Map<string, KnownCredential>> {
  if (ids.length === 0) return new Map();
  return new Map((await tx.findBy(KnownCredentialTable, { id: In(unique(ids)) })).map((credential) => [credential.id, credential]));
}

export async function readProviders(tx: Transaction, ids: readonly string[]): Promise<Map<string, Provider>> {
  if (ids.length === 0) return new Map();
  return new Map((await tx.findBy(ProviderTable, { id: In(unique(ids)) })).map(({ id, fact }) => [id, fact]));
}

/** Under what credentials were issued: by provider its accreditations, by id and version their achievements. */
export async function readCircumstances(tx: Transaction, credentials: readonly KnownCredential[]) {
  if (credentials.length === 0) return { accreditations: new Map<string, Accreditation[]>(), achievements: new Map<string, Achievement>() };
  const providers = unique(credentials.map(({ providerId }) => providerId));
  const versions = unique(credentials.map(versionOf)).map((version) => ({ id: version.slice(0, 36), version: Number(version.slice(37)) }));
  const achievements = await tx.findBy(AchievementTable, versions);
  const facts: { fact: Accreditation }[] = await tx.query(`select fact from accreditations where fact->>'providerId' = any($1) order by id`, [providers]);
  const accreditations = new Map<string, Accreditation[]>();
  for (const { fact } of facts) accreditations.set(fact.providerId, [...(accreditations.get(fact.providerId) ?? []), fact]);
  return {
    accreditations,
    achievements: new Map(achievements.map(({ id, version, fact }) => [`${id} ${version}`, fact])),
  };
}

/** An achievement in one version. */
export const versionOf = ({ achievementId, achievementVersion }: KnownCredential): string => `${achievementId} ${achievementVersion}`;

const unique = <Item>(items: readonly Item[]): Item[] => [...new Set(items)];
