import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { Observation, ObservedCredential, ObservedOutcome } from './observation.js';

/** Past every service: what stands in the databases of a data folder for these providers. */
export async function observeDatabase(folder: string, providerIds: readonly string[]): Promise<Observation> {
  const recorded = await rowsOf<RecordedRow>(folder, 'learner-records', 'select id, provider_id, external_id, status, credential_id, refusal from learner_records.outcomes where provider_id = any($1)', providerIds);
  const refusals = await rowsOf<RefusalRow>(folder, 'credential-issuance', 'select outcome_id, code from credential_issuance.refusals where provider_id = any($1)', providerIds);
  const credentials = await rowsOf<ObservedCredential>(folder, 'credential-issuance', 'select id, outcome_id as "outcomeId" from credential_issuance.credentials where provider_id = any($1)', providerIds);
  const refusalOf = new Map(refusals.map(({ outcome_id: id, code }) => [id, code]));
  return { outcomes: recorded.map((row) => observed(row, refusalOf.get(row.id))), credentials };
}

interface RecordedRow {
  readonly id: string;
  readonly provider_id: string;
  readonly external_id: string;
  readonly status: string;
  readonly credential_id: string | null;
  readonly refusal: { readonly code: string } | null;
}

interface RefusalRow {
  readonly outcome_id: string;
  readonly code: string;
}

/** Both services must know the refusal: one that only the records know counts as none. */
const observed = (row: RecordedRow, decided: string | undefined): ObservedOutcome => ({
  id: row.id, providerId: row.provider_id, externalId: row.external_id, status: row.status, credentialId: row.credential_id ?? undefined,
  refusal: row.status === 'refused' && row.refusal?.code !== decided ? undefined : decided,
});

/** With the pipeline's role, which sees every tenant's rows; the file is read anew, since a restart may move the port. */
async function rowsOf<Row extends object>(folder: string, service: string, query: string, providerIds: readonly string[]): Promise<Row[]> {
  const client = new pg.Client({ connectionString: readFileSync(join(folder, 'secrets', service, 'database-pipeline-url'), 'utf8').trim(), application_name: 'laurel checker' });
  await client.connect();
  try {
    return (await client.query<Row>(query, [providerIds])).rows;
  } finally {
    await client.end();
  }
}
