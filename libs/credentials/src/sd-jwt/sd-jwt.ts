import { CredentialError } from '../credential-error.js';
import type { Json, JsonObject } from '../document/json.js';
import { isTooLarge, MAX_DEPTH, MAX_MEMBERS } from '../document/members.js';
import { invalidToken, MAX_TOKEN_LENGTH } from '../jose/jws.js';
import { type Jwt, readJwt, signJwt } from '../jose/jwt.js';
import type { Signer } from '../keys/signature.js';
import { step, tokensOf } from '../selective-disclosure/json-pointer.js';
import { conceal } from './disclosing/conceal.js';
import { readDisclosure } from './disclosing/disclosure.js';
import { reveal, type Revealed } from './disclosing/reveal.js';

/** An SD-JWT (RFC 9901 section 4), taken apart, with what it discloses in place; no signature of it is verified. */
export interface SdJwt extends Revealed, Pick<Jwt, 'header' | 'jws'> {
  /** The issuer's token and the disclosures, up to the last `~`: what a holder signs the digest of. */
  readonly presented: string;
  /** The holder's token behind the last `~` (section 4.3). */
  readonly keyBinding?: Jwt;
}

/** Whether a text has the form of an SD-JWT rather than of a JWT. */
export const isSdJwt = (text: string): boolean => text.includes('~');

/** Takes an SD-JWT apart. Throws `invalid-token` for what is none, `too-large` beyond depth 64 or 10,000 members. */
export function readSdJwt(text: string): SdJwt {
  if (text.length > MAX_TOKEN_LENGTH) throw invalidToken(`it has more than ${MAX_TOKEN_LENGTH} characters`);
  const [token = '', ...rest] = text.split('~', MAX_MEMBERS + 1);
  const keyBinding = rest.pop();
  if (keyBinding === undefined) throw invalidToken('an SD-JWT has its parts between ~');
  if (rest.length > MAX_MEMBERS - 2) throw invalidToken('it has too many disclosures');
  const { header, claims, jws } = readJwt(token);
  const revealed = reveal(claims, rest.map(readDisclosure));
  if (isTooLarge(revealed.claims)) throw new CredentialError('too-large', `at most ${MAX_DEPTH} levels and ${MAX_MEMBERS} members`);
  return {
    header,
    jws,
    ...revealed,
    presented: text.slice(0, text.length - keyBinding.length),
    ...(keyBinding !== '' && { keyBinding: readJwt(keyBinding) }),
  };
}

/** An SD-JWT that discloses everything, for its holder. Throws `refused-member` for reserved names and `signature-mismatch`. */
export async function signSdJwt(header: { readonly typ: string; readonly cty?: string }, claims: JsonObject, disclosable: readonly string[], signer: Signer): Promise<string> {
  const concealed = conceal(claims, disclosable);
  return [await signJwt(header, concealed.claims, signer), ...concealed.disclosures.map(({ text }) => text), ''].join('~');
}

/**
 * What a holder shows of an SD-JWT (RFC 9901 section 7.2): the claims at these JSON pointers, all within them and all around
 * them; a name stands for the claim of that name at the top. Throws `invalid-pointer` for one to nothing that is there to
 * choose, and `invalid-token` for an SD-JWT that is signed for a verifier already.
 */
export function discloseSdJwt(text: string, keep: readonly string[]): string {
  const { claims, placed, keyBinding } = readSdJwt(text);
  if (keyBinding) throw invalidToken('it is bound to a verifier already');
  const wanted = keep.map((name) => (name.startsWith('/') ? name : `/${name}`));
  const touches = (pointer: string, other: string): boolean => within(pointer, other) || within(other, pointer);
  const chosen = (pointer: string): boolean => tokensOf(pointer).reduce<Json | undefined>(step, claims) !== undefined && placed.some((each) => touches(each.pointer, pointer));
  const unknown = wanted.find((pointer) => !chosen(pointer));
  if (unknown !== undefined) throw new CredentialError('invalid-pointer', 'nothing there is for the holder to choose', unknown.slice(0, 200));
  const kept = placed.filter(({ pointer }) => wanted.some((each) => touches(pointer, each)));
  return [text.slice(0, text.indexOf('~')), ...kept.map(({ disclosure }) => disclosure.text), ''].join('~');
}

const within = (inner: string, outer: string): boolean => inner === outer || inner.startsWith(`${outer}/`);
