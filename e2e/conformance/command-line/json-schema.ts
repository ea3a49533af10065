import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Refused } from '../../client/http/answer.js';
import { Connection } from '../../client/http/connection.js';
import { Session } from '../../client/http/session.js';
import { fixedToken } from '../../client/http/tokens.js';

/** The running Laurel, for the commands that ask it. */
export const SiteFile = z.object({
  origin: z.url(), providerId: z.string(), did: z.string(), tokenFile: z.string(),
  /** What is put into this folder can be fetched below that origin. */
  published: z.object({ folder: z.string(), origin: z.url() }),
});
export type SiteFile = z.infer<typeof SiteFile>;

export type SchemaFormat = 'JsonSchema' | 'JsonSchemaCredential';

const Document = z.looseObject({ credentialSchema: z.looseObject({ type: z.string() }).optional() });
type Document = z.infer<typeof Document>;
const Issued = z.looseObject({ verifiableCredential: Document });
const Verified = z.looseObject({ checks: z.array(z.looseObject({ check: z.string(), result: z.enum(['passed', 'failed', 'warned', 'skipped']) })) });

const OUTCOMES = { passed: 'success', failed: 'failure', warned: 'indeterminate', skipped: 'indeterminate' } as const;

/**
 * Publishes the schema, has a credential that names it verified, and tells the check `schema`. The suite's files are of
 * example.com, which nobody can publish on, so that name is exchanged for a place of our own; and they have no proofs.
 */
export async function validate(format: SchemaFormat, schemaFile: string, credentialFile: string, site: SiteFile): Promise<'success' | 'failure' | 'indeterminate'> {
  const place = randomUUID();
  const read = (file: string) => Document.parse(JSON.parse(readFileSync(file, 'utf8').replaceAll('https://example.com/', `${site.published.origin}/${place}/`)));
  const [schema, credential] = [read(schemaFile), read(credentialFile)];
  if (credential.credentialSchema?.type !== format) return 'failure';
  const published = format === 'JsonSchemaCredential' ? await signed(schema, site) : schema;
  writeFileSync(join(site.published.folder, `${place}.json`), JSON.stringify(published));
  const { checks } = await new Session(new Connection(site.origin)).post('/v1/verifications', { verifiableCredential: await signed(credential, site) }, Verified);
  return OUTCOMES[checks.find(({ check }) => check === 'schema')?.result ?? 'skipped'];
}

/** With a proof, or as it stands where that is refused. */
async function signed(document: Document, { origin, providerId, did, tokenFile }: SiteFile): Promise<Document> {
  const session = new Session(new Connection(origin), fixedToken(readFileSync(tokenFile, 'utf8')));
  try {
    return (await session.post(`/issuers/${providerId}/eddsa-rdfc-2022/credentials/issue`, { credential: { ...document, issuer: did } }, Issued)).verifiableCredential;
  } catch (error) {
    if (error instanceof Refused) return document;
    throw error;
  }
}
