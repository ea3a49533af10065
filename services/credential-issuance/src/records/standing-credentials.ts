import { readAchievement, type JsonObject } from '@laurel/credentials';
import type { Caller } from '@laurel/http';
import type { Transaction } from '@laurel/runtime';
import { In } from 'typeorm';
import type { CredentialRow } from '../credentials/credential.js';
import { CredentialTable } from '../credentials/credential.table.js';
import type { RecordQuery } from './record-query.js';

/** A credential that stands, with its document read. */
export interface StandingCredential {
  readonly row: CredentialRow;
  readonly document: JsonObject;
}

/**
 * What stands of a learner's credentials at `now` and is wanted, oldest first: neither revoked nor suspended nor expired.
 * At most `most` are read.
 */
export async function standingCredentials(tx: Transaction, { id: learnerId }: Caller, { providerId, formOfLearning, credentialIds }: RecordQuery, now: Date, most: number): Promise<StandingCredential[]> {
  const where = { learnerId, status: 'active' as const, ...(providerId && { providerId }), ...(credentialIds && { id: In(credentialIds.split(',')) }) };
  const rows = await tx.find(CredentialTable, { where, order: { id: 'asc' }, take: most });
  const read = rows.map((row) => ({ row, document: JSON.parse(row.document) as JsonObject }));
  return read.filter(({ document }) => !isOver(document, now) && (formOfLearning === undefined || readAchievement(document).formOfLearning === formOfLearning));
}

const isOver = ({ validUntil }: JsonObject, now: Date): boolean => typeof validUntil === 'string' && Date.parse(validUntil) <= now.getTime();
