import { CLOCK_SKEW_MS } from '../checks/dates.js';
import { CredentialError } from '../credential-error.js';
import { isObject, type Json } from '../document/json.js';
import { timeFault } from '../jose/claims.js';
import { headerFault, signatureFault, signJws } from '../jose/jws.js';
import { audienceFault, type TokenContext, typeFault } from '../jose/jwt.js';
import { publicKeyOfJwk, type PublicKey } from '../keys/public-key.js';
import type { Signer } from '../keys/signature.js';
import { fault, type Fault } from '../words/fault.js';
import { digestOf } from './disclosing/disclosure.js';
import { readSdJwt, type SdJwt } from './sd-jwt.js';

const TYPE = 'kb+jwt';

/** The claims of a holder's token (RFC 9901 section 4.3). */
const SAID = { iat: 'number', aud: 'string', nonce: 'string', sd_hash: 'string' } as const;

/** How old a holder's signature may be, in milliseconds: as long as the nonce that it answers is good. */
const MAX_AGE_MS = 5 * 60_000;

/** For whom a holder signs: RFC 9901 section 4.3. */
export interface KeyBinding {
  readonly nonce: string;
  readonly audience: string;
  readonly issuedAt: Date;
}

/** An SD-JWT as its holder presents it to one verifier. Throws `invalid-token` for one that is bound already, `signature-mismatch`. */
export async function bindSdJwt(text: string, holder: Signer, { nonce, audience, issuedAt }: KeyBinding): Promise<string> {
  if (readSdJwt(text).keyBinding) throw new CredentialError('invalid-token', 'it is bound to a verifier already');
  const claims = { iat: Math.floor(issuedAt.getTime() / 1_000), aud: audience, nonce, sd_hash: digestOf(text) };
  return `${text}${await signJws({ typ: TYPE }, JSON.stringify(claims), holder)}`;
}

/**
 * What is wrong with a holder's signature (RFC 9901 section 7.3). Without `challenge` and `domain` none is needed, but one
 * that is there must be good.
 */
export function keyBindingFault({ keyBinding, claims, presented }: SdJwt, { now, expected }: TokenContext): Fault | undefined {
  const needed = expected.challenge !== undefined || expected.domain !== undefined;
  if (!keyBinding) return needed ? fault('holder-not-bound') : undefined;
  const key = holderKey(claims.cnf);
  if (!key) return fault('no-holder-key');
  const { header, jws, claims: said } = keyBinding;
  if (headerFault(header) ?? typeFault(header, { typ: [TYPE] }) ?? signatureFault(jws, key)) return fault('holder-signature');
  if (said.sd_hash !== digestOf(presented)) return fault('holder-signed-other');
  const broken = Object.entries(SAID).find(([claim, type]) => typeof said[claim] !== type);
  if (broken) return fault('invalid-claim', { claim: broken[0] });
  return timeFault(said, now) ?? audienceFault(said, expected) ?? (needed ? ageFault(Number(said.iat) * 1_000, now) : undefined);
}

const ageFault = (signed: number, now: Date): Fault | undefined =>
  signed >= now.getTime() - MAX_AGE_MS - CLOCK_SKEW_MS ? undefined : fault('holder-signed-earlier', { signed: new Date(signed).toISOString() });

/** The holder's key: `cnf.jwk` (RFC 7800 section 3.2). */
function holderKey(cnf: Json | undefined): PublicKey | undefined {
  try {
    return isObject(cnf) ? publicKeyOfJwk(cnf.jwk) : undefined;
  } catch {
    return undefined;
  }
}
