import { BitstringStatusListEntry, issuerId, type Json, type JsonObject } from '@laurel/credentials';
import type { Issuer } from '@laurel/events';
import type { Transaction } from '@laurel/runtime';
import type { KnownAttestation } from './known-attestation.js';
import { KnownAttestationTable } from './known-attestation.table.js';

/** The path of a list of ours, whatever the origin was when the credential was issued. */
const LIST = /\/v1\/status-lists\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** Of an issuer of ours the credential worded by itself that has the place of a document in a list of revocations. */
export async function attestationOf(tx: Transaction, issuer: Issuer, document: JsonObject): Promise<KnownAttestation | undefined> {
  const place = placeOf(document);
  const known = place && (await tx.findOneBy(KnownAttestationTable, place));
  return known?.providerId === issuer.providerId && known.issuerId === issuerId(document) ? known : undefined;
}

function placeOf({ credentialStatus }: JsonObject): Pick<KnownAttestation, 'revocationList' | 'statusIndex'> | undefined {
  const entries = ([credentialStatus].flat() as Json[]).flatMap((entry) => BitstringStatusListEntry.safeParse(entry).data ?? []);
  const entry = entries.find(({ statusPurpose }) => statusPurpose === 'revocation');
  const [, revocationList] = LIST.exec(entry?.statusListCredential ?? '') ?? [];
  const statusIndex = Number(entry?.statusListIndex);
  return revocationList === undefined || statusIndex > 0x7fff_ffff ? undefined : { revocationList, statusIndex };
}
