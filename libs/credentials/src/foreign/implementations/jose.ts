import { decodeProtectedHeader, importJWK, jwtVerify, type JWTPayload, SignJWT } from 'jose';
import { parseDidKey } from '../../did/did-key.js';
import { type PublicKey, publicKeyToJwk, type SigningKeyType } from '../../keys/public-key.js';
import { type Implementation, succeeds } from './implementation.js';

/** The algorithm of each format (RFC 7518 section 3.1, RFC 8037 section 3.1). */
const ALGORITHMS: Readonly<Record<string, string>> = { 'vc-jwt-eddsa': 'EdDSA', 'vc-jwt-es256': 'ES256' };

/** JSON Web Tokens. Of a credential it knows what every token has: who says it, from when, until when. */
export const jose: Required<Implementation> = {
  name: 'jose',
  formats: ['vc-jwt-eddsa', 'vc-jwt-es256'],

  accepts: (format, sent, now) => succeeds(async () => {
    const [did = ''] = decodeProtectedHeader(String(sent)).kid?.split('#') ?? [];
    const { alg = '' } = decodeProtectedHeader(String(sent));
    const key = await importJWK(publicKeyToJwk(parseDidKey(did) as PublicKey<SigningKeyType>), alg);
    await jwtVerify(String(sent), key, { algorithms: [ALGORITHMS[format] ?? ''], typ: 'vc+jwt', issuer: did, currentDate: now });
  }),

  secures: async (format, { privateKey, verificationMethod, did }, now) => (document) => {
    const times = [document.validFrom, document.validUntil].map((time) => (typeof time === 'string' ? Math.floor(Date.parse(time) / 1_000) : undefined));
    const claims = JSON.parse(JSON.stringify({ ...document, iss: did, jti: document.id, nbf: times[0], exp: times[1] })) as JWTPayload;
    return new SignJWT(claims).setProtectedHeader({ alg: ALGORITHMS[format] ?? '', kid: verificationMethod, typ: 'vc+jwt', cty: 'vc' }).setIssuedAt(now).sign(privateKey);
  },
};

