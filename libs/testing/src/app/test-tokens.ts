import { AUDIENCE, roleOf, signAccessToken, SigningJwk, WalletScope, type Scope } from '@laurel/http';
import { newId } from '@laurel/runtime';
import { generateKeyPairSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const issuerOf = (scope: Scope) => (roleOf(scope) === 'learner' ? 'learner-records' : 'provider-registry');

/** Access tokens that a service under test believes: two issuers with a key each, as deployed. */
export class TestTokens {
  private constructor(readonly jwksFile: string, private readonly keys: Readonly<Record<string, SigningJwk>>) {}

  static make(folder: string): TestTokens {
    const keys = Object.fromEntries(['provider-registry', 'learner-records'].map((issuer) => [issuer, newKey(issuer)]));
    const jwksFile = join(folder, 'jwks.json');
    const published = Object.entries(keys).map(([laurel_issuer, { kty, crv, x, y, kid }]) => ({ kty, crv, x, y, kid, laurel_issuer }));
    writeFileSync(jwksFile, JSON.stringify({ keys: published }));
    return new TestTokens(jwksFile, keys);
  }

  /** A token of ten minutes; of a wallet, that acts by a grant. */
  of(scope: Scope, id: string, now: Date, actsBy: string = newId()): string {
    const issuer = issuerOf(scope);
    const key = this.keys[issuer];
    if (!key) throw new Error(`no key of ${issuer}`);
    const iat = Math.floor(now.getTime() / 1000);
    return signAccessToken(key, { iss: issuer, sub: id, aud: AUDIENCE, iat, exp: iat + 600, jti: newId(), scope, ...actingBy(scope, actsBy) });
  }
}

function actingBy(scope: Scope, id: string) {
  if (roleOf(scope) === 'provider') return { client_id: id };
  return WalletScope.safeParse(scope).success ? { client_id: newId(), grant_id: id } : {};
}

const newKey = (issuer: string): SigningJwk => SigningJwk.parse({ ...generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' }), kid: `key of ${issuer}` });
