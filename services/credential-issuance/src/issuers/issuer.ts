import { didWeb } from '@laurel/credentials';
import { didOfKey, Issuer, type Provider } from '@laurel/events';
import { OPERATOR, type PublicOrigin } from '@laurel/runtime';
import { z } from 'zod';
import { keyKinds, newKey, publicPart, type KeyKind, type OpenKey } from './signing-key.js';

export const IssuerRow = Issuer.extend({ version: z.int().min(1) });
export type IssuerRow = z.infer<typeof IssuerRow>;

/** The city itself among the issuers: the id is its operator's, who is no provider. */
export const CITY: string = OPERATOR;
/** What stands for the city's id in paths, and so in its did:web. */
export const CITY_PATH = 'city';

/** What an issuer is made of. */
export type Issuing = Pick<Provider, 'id' | 'name' | 'url'>;

/** An issuer, with the private keys that it does not have yet in the database. */
export interface NewKeys {
  readonly issuer: IssuerRow;
  readonly keys: readonly OpenKey[];
}

/** A new issuer for a provider or the city: did:web where its document can be fetched over https, else did:key. */
export function newIssuer({ id: providerId, name, url }: Issuing, origin: PublicOrigin, createdAt: string): NewKeys {
  const did = origin.isSecure ? didWeb(origin.url, providerId === CITY ? CITY_PATH : providerId) : undefined;
  const [first, ...others] = keyKinds(did !== undefined).map((kind) => newKey(kind, providerId, createdAt, did));
  if (!first) throw new Error('an issuer has a key');
  const keys = [first, ...others];
  return { issuer: { id: did ?? didOfKey(first), providerId, name, url, version: 1, keys: keys.map(publicPart) }, keys };
}

/** The next version of an issuer from before there were keys of all kinds; undefined where it has them. */
export function completed(issuer: IssuerRow, has: readonly KeyKind[], createdAt: string): NewKeys | undefined {
  const isWeb = issuer.id.startsWith('did:web:');
  const missing = keyKinds(isWeb).filter(({ use, type }) => !has.some((key) => key.use === use && key.type === type));
  if (missing.length === 0) return undefined;
  const keys = missing.map((kind) => newKey(kind, issuer.providerId, createdAt, isWeb ? issuer.id : undefined));
  return { issuer: { ...issuer, version: issuer.version + 1, keys: [...issuer.keys, ...keys.map(publicPart)] }, keys };
}
