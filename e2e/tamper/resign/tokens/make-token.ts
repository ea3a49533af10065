import type { Json, JsonObject, KeyType, Signer } from '@laurel/credentials';
import { SIGNED_AT } from '../forge.js';

const encode = (content: unknown): string => Buffer.from(typeof content === 'string' ? content : JSON.stringify(content)).toString('base64url');
const ALGORITHMS: Partial<Record<KeyType, string>> = { Ed25519: 'EdDSA', 'P-256': 'ES256', 'P-384': 'ES384' };

export const seconds = (instant: string): number => Math.floor(Date.parse(instant) / 1_000);

/** Members that replace others; undefined takes one away. */
export type Change = Readonly<Record<string, Json | undefined>>;

/** A JWS over whatever it is given, a value or a text, under any header. */
export async function makeToken(content: Json, signer: Signer, header: Change = {}): Promise<string> {
  const input = `${encode({ alg: ALGORITHMS[signer.publicKey.type], typ: 'vc+jwt', kid: signer.verificationMethod, ...header })}.${encode(content)}`;
  return `${input}.${Buffer.from(await signer.sign(Buffer.from(input))).toString('base64url')}`;
}

/** What a token says of the credential that it secures, beside it. */
export function claimsOf(document: JsonObject, change: Change = {}): JsonObject {
  const { id, issuer, validFrom, credentialSubject } = document as { id: string; issuer: { id: string }; validFrom: string; credentialSubject: { id: string } };
  return { ...document, iss: issuer.id, sub: credentialSubject.id, jti: id, nbf: seconds(validFrom), iat: seconds(SIGNED_AT), ...change } as JsonObject;
}
