import { AUDIENCE, signAccessToken, SigningJwk } from '@laurel/http';
import { newId } from '@laurel/runtime';
import { generateKeyPairSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ISSUER = 'provider-registry';
const LIFETIME_S = 3_600;

/** Access tokens that services on the bench believe. */
export class Tokens {
  private constructor(readonly jwksFile: string, private readonly key: SigningJwk) {}

  static make(folder: string): Tokens {
    const key = SigningJwk.parse({ ...generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' }), kid: 'bench' });
    const { kty, crv, x, y, kid } = key;
    const jwksFile = join(folder, 'jwks.json');
    writeFileSync(jwksFile, JSON.stringify({ keys: [{ kty, crv, x, y, kid, laurel_issuer: ISSUER }] }));
    return new Tokens(jwksFile, key);
  }

  /** The private JWK, as services are configured with one. */
  get signingKey(): string {
    return JSON.stringify(this.key);
  }

  ofProvider(id: string): string {
    const iat = Math.floor(Date.now() / 1_000);
    return signAccessToken(this.key, { iss: ISSUER, sub: id, aud: AUDIENCE, iat, exp: iat + LIFETIME_S, jti: newId(), scope: 'provider', client_id: newId() });
  }
}
