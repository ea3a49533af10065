import { CredentialError } from '../credential-error.js';
import { verifyCredential, type VerifyOptions } from '../checks/verify-credential.js';
import type { Json, JsonObject } from '../document/json.js';
import { openCredential } from '../opening/open-credential.js';
import { fault, type Fault } from '../words/fault.js';

/** What somebody publishes under a URL, as it came. */
export type Published = { readonly form: 'json'; readonly json: Json } | { readonly form: 'jwt'; readonly jwt: string };

/**
 * A credential that others point to, as a status list or a schema, in whichever envelope, if every check of it holds. Its own
 * status and schema are not followed, so that what points to itself ends somewhere.
 */
export async function openPublished(published: Published, options: VerifyOptions): Promise<JsonObject | Fault> {
  try {
    const opened = openCredential(published.form === 'json' ? published.json : published.jwt);
    const bad = (await verifyCredential(opened, options)).find(({ result }) => result === 'failed');
    return bad ? fault(bad.code, bad.params) : opened.document;
  } catch (error) {
    if (error instanceof CredentialError) return fault('unreadable-credential', { reason: error.detail });
    throw error;
  }
}

export const isFault = (value: object): value is Fault => 'code' in value && 'detail' in value;
