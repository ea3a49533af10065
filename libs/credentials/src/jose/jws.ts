import { parseStrictJson, UnreadableJson } from '@laurel/events';
import { z } from 'zod';
import { CredentialError } from '../credential-error.js';
import type { Json } from '../document/json.js';
import { MAX_DEPTH, MAX_MEMBERS } from '../document/members.js';
import type { KeyType, PublicKey } from '../keys/public-key.js';
import { signChecked, type Signer, verifySignature } from '../keys/signature.js';
import { fault, type Fault } from '../words/fault.js';
import { base64url, readBase64url } from './base64url.js';

/** Longest token that is read, in characters. */
export const MAX_TOKEN_LENGTH = 2 * 1024 * 1024;

/**
 * What JOSE calls the signatures of a kind of key (RFC 7518 section 3.1, RFC 8037 section 3.1, RFC 9864 section 2.2); the
 * first name is the one we write. The key decides: `none` and the HMACs are nowhere in it.
 */
const ALGORITHMS: Readonly<Record<KeyType, readonly [string, ...string[]]>> = { Ed25519: ['EdDSA', 'Ed25519'], 'P-256': ['ES256'], 'P-384': ['ES384'], 'P-521': ['ES512'], RSA: ['RS256'] };

/** The header parameters that are looked at (RFC 7515 section 4.1); others are signed along. */
const JwsHeader = z.looseObject({ alg: z.string(), typ: z.string().optional(), cty: z.string().optional(), kid: z.string().optional() });
export type JwsHeader = z.infer<typeof JwsHeader>;

/** A JWS in its compact serialization, taken apart; nothing about it is verified. */
export interface Jws {
  readonly header: JwsHeader;
  readonly payload: Uint8Array;
  readonly signature: Uint8Array;
  /** The bytes that were signed (RFC 7515 section 5.1). */
  readonly signingInput: Uint8Array;
}

/** Takes a JWS apart (RFC 7515 section 7.1). Throws `invalid-token` for what is none, or has two readings. */
export function readJws(text: string): Jws {
  if (text.length > MAX_TOKEN_LENGTH) throw invalidToken(`it has more than ${MAX_TOKEN_LENGTH} characters`);
  const parts = text.split('.', 4);
  const [header, payload, signature] = parts.map(readBase64url);
  if (parts.length !== 3 || !header || !payload || !signature) throw invalidToken('it is not three parts of base64url without padding');
  const read = JwsHeader.safeParse(readJson(header));
  if (!read.success) throw invalidToken('its header is not one of a JWS');
  return { header: read.data, payload, signature, signingInput: Buffer.from(text.slice(0, text.lastIndexOf('.')), 'latin1') };
}

/** The JSON value of bytes, read strictly. Throws `invalid-token`. */
export function readJson(bytes: Uint8Array): Json {
  try {
    return parseStrictJson(bytes, { depth: MAX_DEPTH, members: MAX_MEMBERS }) as Json;
  } catch (error) {
    if (error instanceof UnreadableJson) throw invalidToken(`its JSON cannot be read: ${error.message}`);
    throw error;
  }
}

export const invalidToken = (detail: string): CredentialError => new CredentialError('invalid-token', detail);

/** A JWS over these bytes, in compact serialization; `alg` is that of the signer's key. Throws `signature-mismatch`. */
export async function signJws(header: Readonly<Record<string, Json>>, payload: string | Uint8Array, signer: Signer): Promise<string> {
  const [alg] = ALGORITHMS[signer.publicKey.type];
  const signingInput = `${base64url(JSON.stringify({ alg, ...header }))}.${base64url(payload)}`;
  return `${signingInput}.${base64url(await signChecked(signer, Buffer.from(signingInput, 'latin1')))}`;
}

/** What a header asks for that is not done here; looked at before any key. */
export function headerFault(header: JwsHeader): Fault | undefined {
  if (!Object.values(ALGORITHMS).some((names) => names.includes(header.alg))) return fault('unsupported-algorithm', { algorithm: header.alg });
  // RFC 7515 section 4.1.11: what is critical must be understood, and nothing beyond the RFC is (RFC 7797's b64 among it).
  for (const name of ['crit', 'b64']) if (Object.hasOwn(header, name)) return fault('unsupported-header', { name });
  // A key that comes with the token, or from where the token says, proves nothing about who signed.
  for (const name of ['jwk', 'jku', 'x5u']) if (Object.hasOwn(header, name)) return fault('key-in-header', { name });
  return undefined;
}

/** Whether this key signed it, in the one algorithm of its kind. */
export function signatureFault({ header, signingInput, signature }: Jws, key: PublicKey): Fault | undefined {
  if (!ALGORITHMS[key.type].includes(header.alg)) return fault('wrong-key-type', { suite: header.alg, type: key.type });
  return verifySignature(key, signingInput, signature) ? undefined : fault('invalid-signature');
}
