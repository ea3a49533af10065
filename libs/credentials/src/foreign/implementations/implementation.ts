import type { JsonObject } from '../../document/json.js';
import type { CredentialFormat } from '../../formats/credential-format.js';
import type { SampleSigner } from '../../samples/sample-key.js';

/** A secured credential as it goes from one to another. */
export type Sent = JsonObject | string;

/** Puts its own signature under a credential that says nothing of proofs. */
export type Secure = (document: JsonObject) => Promise<Sent>;

/** Software of others that knows some of our formats: a judge in the tests, a peer in the benchmarks. It works offline. */
export interface Implementation {
  /** Its npm package. */
  readonly name: string;
  readonly formats: readonly CredentialFormat[];
  /** Whether it takes what somebody sends at `now` for genuine, in a format that it knows. Never rejects. */
  accepts(format: CredentialFormat, sent: Sent, now: Date): Promise<boolean>;
  /** Its own signing, ready to sign with this key at `now`; undefined where it only verifies. */
  readonly secures?: (format: CredentialFormat, signer: SampleSigner, now: Date) => Promise<Secure>;
}

/** Whether this comes to its end; what throws says no. */
export async function succeeds(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch {
    return false;
  }
}
