import type { Profile } from '../document/profile.js';
import { mediaType } from './jwt.js';
import type { OpenedJwt } from './vc-jwt.js';

/**
 * A token in the form of VC Data Model 1.1 (section 6.3.1), whose credential or presentation is in a claim of its own: two
 * documents could be in one token, so it is read only where nothing but the proof is asked, and only under its own type.
 */
export function inFormerForm<Token extends Pick<OpenedJwt, 'header' | 'faults'>>(token: Token, profile: Profile): Token {
  const isMeant = profile === 'proof-only' && mediaType(token.header.typ ?? 'jwt') === 'jwt';
  return isMeant ? { ...token, faults: token.faults.filter(({ code }) => code !== 'unsupported-claim') } : token;
}
