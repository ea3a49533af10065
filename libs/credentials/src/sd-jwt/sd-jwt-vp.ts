import type { TokenTypes } from '../jose/jwt.js';
import { openedPresentation } from '../jose/vp-jwt.js';
import { type OpenedSdJwt, openSdJwt } from './sd-jwt-vc.js';

const TYPES: TokenTypes = { typ: ['vp+sd-jwt', 'vp+ld+json+sd-jwt'], cty: ['vp', 'vp+ld+json'] };

/** Opens a presentation in an SD-JWT (VC-JOSE-COSE section 3.2.2), without verifying it; `verifyVpJwt` does. Throws `invalid-token` where there is nothing to read. */
export const openSdJwtVp = (text: string): OpenedSdJwt => openedPresentation(openSdJwt(text, TYPES));
