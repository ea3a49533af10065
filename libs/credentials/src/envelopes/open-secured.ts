import { asList, type JsonObject } from '../document/json.js';
import type { Profile } from '../document/profile.js';
import { inFormerForm } from '../jose/former-tokens.js';
import { signedAt } from '../jose/claims.js';
import { type Jwt, mediaType, verificationMethodOf } from '../jose/jwt.js';
import { openVcJwt, verifyVcJwt } from '../jose/vc-jwt.js';
import { openVpJwt, verifyVpJwt } from '../jose/vp-jwt.js';
import type { OpenedCredential } from '../opening/opened-credential.js';
import { isSdJwt } from '../sd-jwt/sd-jwt.js';
import { openSdJwtVc, verifySdJwtVc } from '../sd-jwt/sd-jwt-vc.js';
import { openSdJwtVp } from '../sd-jwt/sd-jwt-vp.js';
import { statusReferenceOf } from '../status-list/token-status-list.js';
import type { Fault } from '../words/fault.js';

/** What only a text that secures something can tell of itself. */
interface Envelope {
  /** What is wrong with it but for its signatures and times; `proofs` tells the first of them if those are good. */
  readonly faults: readonly Fault[];
  /** How many digests of an SD-JWT have nothing to show. */
  readonly withheld: number;
}

export interface SecuredCredential extends OpenedCredential, Envelope {
  readonly kind: 'credential';
}

/** `proofs` answers for the holder's signature, and that it was made for `challenge` (its nonce) and `domain` (its audience). */
export interface SecuredPresentation extends Omit<OpenedCredential, 'envelope'>, Envelope {
  readonly kind: 'presentation';
  readonly envelope: 'vp+jwt' | 'vp+sd-jwt';
}

/**
 * Opens what somebody sent as text: a JWT or an SD-JWT; a presentation if it says so in `typ`, or in its content.
 * Throws `invalid-token` where there is nothing to read, and `too-large`.
 */
export function openSecured(sent: string, profile: Profile = 'full'): SecuredCredential | SecuredPresentation {
  const text = sent.trim();
  return isSdJwt(text) ? openSd(text) : openPlain(text, profile);
}

function openPlain(text: string, profile: Profile): SecuredCredential | SecuredPresentation {
  const token = inFormerForm(openVcJwt(text), profile);
  if (!isPresentation(token)) return { kind: 'credential', envelope: 'vc+jwt', ...told(token), withheld: 0, proofs: async (context) => [await verifyVcJwt(token, context)] };
  const presentation = inFormerForm(openVpJwt(text), profile);
  return { kind: 'presentation', envelope: 'vp+jwt', ...told(presentation), withheld: 0, proofs: async (context) => [await verifyVpJwt(presentation, context)] };
}

function openSd(text: string): SecuredCredential | SecuredPresentation {
  const token = openSdJwtVc(text);
  const { withheld } = token;
  const jsonLd = token.claims['@context'] !== undefined;
  if (!isPresentation(token)) return { kind: 'credential', envelope: 'dc+sd-jwt', ...told(token), jsonLd, withheld, proofs: async (context) => [await verifySdJwtVc(token, context)] };
  const presentation = openSdJwtVp(text);
  return { kind: 'presentation', envelope: 'vp+sd-jwt', ...told(presentation), withheld, proofs: async (context) => [await verifyVpJwt(presentation, context)] };
}

type Opened = Jwt & { readonly document: JsonObject; readonly faults: readonly Fault[] };

function told(token: Opened) {
  const { document, faults, claims } = token;
  const [status, method, at] = [statusReferenceOf(claims), verificationMethodOf(token), signedAt(claims)];
  return { document, faults, ...(status && { status }), ...(at !== undefined && { signedAt: new Date(at) }), verificationMethods: method === undefined ? [] : [method] };
}

const isPresentation = ({ document, header }: Opened): boolean => mediaType(header.typ ?? '').startsWith('vp+') || asList(document.type).includes('VerifiablePresentation');
