import type { JsonObject } from '../document/json.js';
import type { PublicKey, SigningKeyType } from '../keys/public-key.js';
import type { Signer } from '../keys/signature.js';
import type { LintedCredential } from '../linting/lint.js';
import type { StatusListReference } from '../status-list/token-status-list.js';

/** What single mechanisms need beside the credential; each takes what it knows. */
export interface SecuringOptions {
  /** The type of an SD-JWT VC, and its place in a token status list. */
  readonly vct?: string;
  readonly status?: StatusListReference;
  /** The key to which an SD-JWT VC is bound; without it anybody can present it. */
  readonly holderKey?: PublicKey<SigningKeyType>;
  /** What no holder may leave out (ecdsa-sd-2023), as JSON Pointers. */
  readonly mandatoryPointers?: readonly string[];
  /** The picture that carries the credential; without it one is drawn. */
  readonly image?: Uint8Array;
}

/** A way to secure a credential (VC Data Model 2.0 section 4.12): one content goes in, and each gives it in a form of its own. */
export interface SecuringMechanism {
  /** The kind of key that it takes. */
  readonly keyType: SigningKeyType;
  /** Of what it gives: JSON documents, compact tokens, image files. */
  readonly mediaType: string;
  /** Secures a credential at `now`. Rejects with CredentialError: `invalid-key`, `invalid-structure`, `signature-mismatch`. */
  secure(linted: LintedCredential, signer: Signer, now: Date, options?: SecuringOptions): Promise<JsonObject | string | Uint8Array>;
}
