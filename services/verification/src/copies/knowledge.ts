import { Injectable } from '@nestjs/common';
import { didKeyVerificationMethod, issuerId, type JsonObject } from '@laurel/credentials';
import { Id, type Accreditation, type Achievement, type Issuer, type Provider } from '@laurel/events';
import { ANYONE, Database, type Transaction } from '@laurel/runtime';
import { AchievementTable, IssuerTable, ProviderTable } from './fact.table.js';
import type { KnownCredential } from '../credentials/known-credential.js';
import { KnownCredentialTable } from '../credentials/known-credential.table.js';

/** What this deployment knows about a document, whether the document is genuine or not. */
export interface Knowledge {
  /** Who it says issued it, if that is one of ours. */
  readonly issuer?: Issuer;
  /** The credential of that issuer that has the document's id. */
  readonly credential?: KnownCredential;
  readonly provider?: Provider;
  /** All of the provider, withdrawn ones among them. */
  readonly accreditations: readonly Accreditation[];
  /** In the version under which it was earned. */
  readonly achievement?: Achievement;
}

/** A DID in printable characters (DID Core 1.0 section 3.1): what else stands there is nobody we know. */
const DID = /^did:[!-~]{1,2000}$/;
const UUID_URN = /^urn:uuid:(.*)$/;

/** The copies that events bring, read for one document. */
@Injectable()
export class Copies {
  constructor(private readonly database: Database) {}

  about(document: JsonObject): Promise<Knowledge> {
    return this.database.asTenant(ANYONE, async (tx) => {
      const did = issuerId(document);
      const issuer = did !== undefined && DID.test(did) ? await issuerOf(tx, did) : undefined;
      const credential = issuer && (await credentialOf(tx, issuer, document));
      return credential ? { issuer, credential, ...(await circumstances(tx, credential)) } : { ...(issuer && { issuer }), accreditations: [] };
    });
  }
}

/** Whether everything is there that was there when the credential was issued; topics are independent, so some may be on its way. */
export const isComplete = ({ credential, provider, achievement, accreditations }: Knowledge): boolean =>
  credential !== undefined && provider !== undefined && achievement !== undefined && accreditations.some(({ id }) => id === credential.accreditationId);

/** An issuer by its DID, or by that of any of its keys: a did:key other than its own is one of these. */
async function issuerOf(tx: Transaction, did: string): Promise<Issuer | undefined> {
  const named = await tx.findOneBy(IssuerTable, { id: did });
  if (named || !did.startsWith('did:key:')) return named?.fact;
  const [keyed]: { fact: Issuer }[] = await tx.query(`select fact from issuers where fact->'keys' @> $1::jsonb`, [JSON.stringify([{ id: didKeyVerificationMethod(did) }])]);
  return keyed?.fact;
}

async function credentialOf(tx: Transaction, issuer: Issuer, { id }: JsonObject): Promise<KnownCredential | undefined> {
  const uuid = Id.safeParse(typeof id === 'string' ? UUID_URN.exec(id)?.[1] : undefined);
  const credential = uuid.success ? await tx.findOneBy(KnownCredentialTable, { id: uuid.data }) : undefined;
  return credential?.issuerId === issuer.id ? credential : undefined;
}

async function circumstances(tx: Transaction, { providerId, achievementId, achievementVersion }: KnownCredential): Promise<Omit<Knowledge, 'issuer' | 'credential'>> {
  const provider = (await tx.findOneBy(ProviderTable, { id: providerId }))?.fact;
  const achievement = (await tx.findOneBy(AchievementTable, { id: achievementId, version: achievementVersion }))?.fact;
  const accreditations: { fact: Accreditation }[] = await tx.query(`select fact from accreditations where fact->>'providerId' = $1 order by id`, [providerId]);
  return { ...(provider && { provider }), ...(achievement && { achievement }), accreditations: accreditations.map(({ fact }) => fact) };
}
