import { Injectable } from '@nestjs/common';
import type { JsonObject } from '@laurel/credentials';
import type { Accreditation, Achievement, Issuer, Provider } from '@laurel/events';
import { ANYONE, Database, type Transaction } from '@laurel/runtime';
import { attestationOf } from '../credentials/attestation-of.js';
import type { KnownAttestation } from '../credentials/known-attestation.js';
import type { KnownCredential } from '../credentials/known-credential.js';
import { credentialId, issuerDid, readCircumstances, readCredentials, readIssuers, readProviders, versionOf } from './read-copies.js';

/** What this deployment knows about a document, whether the document is genuine or not. */
export interface Knowledge {
  /** Who it says issued it, if that is one of ours. */
  readonly issuer?: Issuer;
  /** The credential of that issuer that has the document's id. */
  readonly credential?: KnownCredential;
  /** What that issuer worded itself and signed with the document's place in our status lists. */
  readonly attestation?: KnownAttestation;
  readonly provider?: Provider;
  /** All of the provider, withdrawn ones among them. */
  readonly accreditations: readonly Accreditation[];
  /** In the version under which it was earned. */
  readonly achievement?: Achievement;
}

/** The copies that events bring, read for documents: for many at once in as many queries as for one. */
@Injectable()
export class Copies {
  constructor(private readonly database: Database) {}

  /** What is known about each document, in their order. */
  about(documents: readonly JsonObject[]): Promise<Knowledge[]> {
    return this.database.asTenant(ANYONE, async (tx) => {
      const issuers = await readIssuers(tx, documents.flatMap((document) => issuerDid(document) ?? []));
      if (issuers.size === 0) return documents.map(() => NOTHING);
      const named = documents.map((document) => ({ document, issuer: issuers.get(issuerDid(document) ?? '') }));
      const credentials = await readCredentials(tx, named.flatMap(({ document, issuer }) => (issuer && credentialId(document)) ?? []));
      const identified: Identified[] = [];
      for (const { document, issuer } of named) identified.push(issuer ? { issuer, ...(await wordedBy(tx, issuer, document, credentials)) } : {});
      return this.withCircumstances(tx, identified);
    });
  }

  /** An issuer of ours by its DID, or by that of any of its keys. */
  issuer(did: string): Promise<Issuer | undefined> {
    return this.database.asTenant(ANYONE, async (tx) => (await readIssuers(tx, [did])).get(did));
  }

  private async withCircumstances(tx: Transaction, identified: readonly Identified[]): Promise<Knowledge[]> {
    const providers = await readProviders(tx, identified.flatMap(({ credential, attestation }) => (credential ?? attestation)?.providerId ?? []));
    const { accreditations, achievements } = await readCircumstances(tx, identified.flatMap(({ credential }) => credential ?? []));
    return identified.map((one) => {
      const provider = providers.get((one.credential ?? one.attestation)?.providerId ?? '');
      const achievement = one.credential && achievements.get(versionOf(one.credential));
      return { ...one, ...(provider && { provider }), ...(achievement && { achievement }), accreditations: accreditations.get(one.credential?.providerId ?? '') ?? [] };
    });
  }
}

type Identified = Pick<Knowledge, 'issuer' | 'credential' | 'attestation'>;

const NOTHING: Knowledge = { accreditations: [] };

/** A document of an issuer of ours: one of its credentials by its id, or what it worded itself by its place in a status list. */
async function wordedBy(tx: Transaction, issuer: Issuer, document: JsonObject, credentials: ReadonlyMap<string, KnownCredential>): Promise<Identified> {
  const credential = credentials.get(credentialId(document) ?? '');
  if (credential?.issuerId === issuer.id) return { credential };
  const attestation = await attestationOf(tx, issuer, document);
  return attestation ? { attestation } : {};
}

/** Whether everything is there that was there when the credential was issued; topics are independent, so some may be on its way. Of records nothing is told. */
export const isComplete = ({ issuer, credential, attestation, provider, achievement, accreditations }: Knowledge): boolean =>
  issuer?.kind === 'city' || (provider !== undefined && (attestation !== undefined || (achievement !== undefined && accreditations.some(({ id }) => id === credential?.accreditationId))));
