import { createHmac, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose';
import { v7 as uuidv7 } from 'uuid';
import { createOnce, readIfPresent } from '../processes/durable-file.js';

/** Everything secret of a deployment; made once, at its first start, and never changed by a later one. */
export interface Secrets {
  passwordOf: (role: string) => string;
  /** 32 bytes, base64url: wraps the signing keys of credential-issuance. */
  keyEncryptionKey: string;
  /** 32 bytes, base64url: shared by learner-records and notifications for addresses in events. */
  contactKey: string;
  /** Private JWKs (ES256) as JSON. */
  clientTokenKey: string;
  learnerTokenKey: string;
  /** The public halves, as JSON: {keys: [{..., kid, alg: 'ES256', laurel_issuer}]}. */
  jwks: string;
  /** {clientId, clientSecret} as JSON. */
  operator: string;
}

/** Reads the secrets of a data folder, and makes those that aren't there yet, each file whole or not at all. */
export async function loadSecrets(dataFolder: string): Promise<Secrets> {
  const file = (name: string) => join(dataFolder, 'secrets', 'deployment', name);
  const random = (name: string) => createOnce(file(name), () => randomBytes(32).toString('base64url'));
  const passwordKey = Buffer.from(random('database-password-key'), 'base64url');
  const clientTokenKey = await tokenKey(file('client-token-key.json'));
  const learnerTokenKey = await tokenKey(file('learner-token-key.json'));
  return {
    passwordOf: (role) => createHmac('sha256', passwordKey).update(role).digest('base64url'),
    keyEncryptionKey: random('key-encryption-key'),
    contactKey: random('contact-key'),
    clientTokenKey,
    learnerTokenKey,
    jwks: JSON.stringify({ keys: [publicKey(clientTokenKey, 'provider-registry'), publicKey(learnerTokenKey, 'learner-records')] }),
    operator: createOnce(join(dataFolder, 'operator.json'), newOperator),
  };
}

const newOperator = (): string =>
  `${JSON.stringify({ clientId: uuidv7(), clientSecret: randomBytes(32).toString('base64url') }, null, 2)}\n`;

async function tokenKey(path: string): Promise<string> {
  const present = readIfPresent(path);
  if (present) return present;
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk = await exportJWK(privateKey);
  const made: JWK = { ...jwk, kid: await calculateJwkThumbprint(jwk), alg: 'ES256', use: 'sig' };
  return createOnce(path, () => JSON.stringify(made));
}

/** RFC 7517 section 9.3: `d` is the private part. `laurel_issuer` is the one service whose tokens the key may sign. */
function publicKey(privateJwk: string, issuer: string): JWK {
  const { kty, crv, x, y, kid, alg, use } = JSON.parse(privateJwk) as JWK;
  return { kty, crv, x, y, kid, alg, use, laurel_issuer: issuer } as JWK;
}
