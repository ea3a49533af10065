import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CREDENTIALS_V2, decodeMultikey, didDocument, OPEN_BADGES, type DidDocument } from '@laurel/credentials';
import { didOfKey, Issuer, issuerChanged } from '@laurel/events';
import { emit } from '@laurel/messaging';
import { ANYONE, Clock, ConfigError, Database, PublicOrigin, requestProblem, type Transaction } from '@laurel/runtime';
import { In } from 'typeorm';
import { COMPLETED_AT_ONCE, completeKeys, lackingKeys, lockIssuers, storeKeys } from './complete-keys.js';
import { CITY, newIssuer, type IssuerRow, type Issuing } from './issuer.js';
import { IssuerTable, SigningKeyTable } from './issuer.table.js';
import { KeySeal } from './key-seal.js';
import { multikeyOf, type KeyKind, type KeyUse, type SigningKey } from './signing-key.js';

/** An issuer with the Ed25519 keys that sign in its name what is stored: credentials, and lists of their status. */
export interface ActingIssuer {
  readonly issuer: IssuerRow;
  readonly keys: Readonly<Record<KeyUse, SigningKey>>;
}

@Injectable()
export class Issuers implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly origin: PublicOrigin,
    private readonly seal: KeySeal,
  ) {}

  /** Under a wrong key nothing could be signed and every outcome would become a dead letter: better not to start. */
  async onModuleInit(): Promise<void> {
    const [key] = await this.database.asPipeline((tx) => tx.find(SigningKeyTable, { order: { createdAt: 'desc' }, take: 1 }));
    try {
      if (key) this.seal.open(key.sealed, key.id);
    } catch {
      throw new ConfigError(['KEY_ENCRYPTION_KEY: does not open the keys of issuers that are in the database; give the key that sealed them']);
    }
    while (await this.completeSome());
  }

  /** Makes the issuers of providers that have none yet, and follows their names; tells of what changed. */
  async establish(tx: Transaction, providers: readonly Issuing[]): Promise<void> {
    const known = new Map((await lockIssuers(tx, providers.map(({ id }) => id))).map((row) => [row.providerId, row]));
    const changed: IssuerRow[] = [];
    for (const provider of providers) {
      const issuer = known.get(provider.id);
      if (!issuer) changed.push(await this.create(tx, provider));
      else if (issuer.name !== provider.name || issuer.url !== provider.url) changed.push(await this.rename(tx, issuer, provider));
    }
    await this.tell(tx, changed);
  }

  /** The issuers of providers, by provider id. */
  async acting(tx: Transaction, providerIds: readonly string[]): Promise<Map<string, ActingIssuer>> {
    const issuers = await tx.findBy(IssuerTable, { providerId: In([...providerIds]) });
    const keys = await tx.findBy(SigningKeyTable, { providerId: In([...providerIds]), type: 'Ed25519' });
    return new Map(issuers.map((issuer) => [issuer.providerId, { issuer, keys: keysOf(issuer, keys) }]));
  }

  /** The key with which an issuer signs something; one from before there were such keys gets them now. */
  key(providerId: string, { use, type }: KeyKind): Promise<SigningKey> {
    return this.database.asPipeline(async (tx) => {
      const find = async () => keyFor(use, await tx.findBy(SigningKeyTable, { providerId, type }));
      const known = await find();
      if (known) return known;
      await this.complete(tx, [providerId]);
      const made = await find();
      if (!made) throw new Error(`the provider ${providerId} has no issuer`);
      return made;
    });
  }

  /** The Profile of an issuer (Open Badges 3.0 appendix B). */
  async profile(providerId: string) {
    const { id, name, url } = await this.find(providerId);
    return { '@context': [CREDENTIALS_V2, OPEN_BADGES], id, type: ['Profile'], name, ...(url === undefined ? {} : { url }) };
  }

  /** The DID document of an issuer, of whichever method its DID is; retired keys stay in it, those with DIDs of their own do not. */
  async didDocument(providerId: string): Promise<DidDocument> {
    const { id, keys } = await this.find(providerId);
    const own = keys.filter((key) => didOfKey(key) === id);
    return didDocument(id, own.map((key) => ({ id: multikeyOf(key.id), publicKey: decodeMultikey(key.publicKeyMultibase) })));
  }

  /** @throws Problem `not-found` */
  async find(providerId: string): Promise<IssuerRow> {
    const row = await this.database.asTenant(ANYONE, (tx) => tx.findOneBy(IssuerTable, { providerId }));
    if (!row) throw requestProblem('not-found', 'No issuer belongs to a provider of this id.');
    return row;
  }

  private async create(tx: Transaction, provider: Issuing): Promise<IssuerRow> {
    const { issuer, keys } = newIssuer(provider, this.origin, this.clock.now().toISOString());
    await tx.insert(IssuerTable, issuer);
    await storeKeys(tx, this.seal, keys);
    return issuer;
  }

  private async rename(tx: Transaction, issuer: IssuerRow, { name, url }: Issuing): Promise<IssuerRow> {
    const version = issuer.version + 1;
    await tx.query('update issuers set name = $2, url = $3, version = $4 where provider_id = $1', [issuer.providerId, name, url ?? null, version]);
    return { ...issuer, name, url, version };
  }

  /** Whether there may be more. */
  private completeSome(): Promise<boolean> {
    return this.database.asPipeline(async (tx) => {
      const lacking = await lackingKeys(tx);
      await this.complete(tx, lacking);
      return lacking.length === COMPLETED_AT_ONCE;
    });
  }

  private async complete(tx: Transaction, providerIds: readonly string[]): Promise<void> {
    await this.tell(tx, await completeKeys(tx, this.seal, this.clock.now(), providerIds));
  }

  private tell(tx: Transaction, changed: readonly IssuerRow[]): Promise<void> {
    return emit(tx, issuerChanged, changed.map((row) => (
      { subject: row.providerId, version: row.version, orderingKey: row.providerId, time: this.clock.now(), data: Issuer.parse({ ...row, ...(row.providerId === CITY && { kind: 'city' }) }) })));
  }
}

/** Of an issuer's keys of one type the one for a use; a did:key signs everything. */
const keyFor = (use: KeyUse, keys: readonly SigningKey[]): SigningKey | undefined => keys.find((key) => key.use === use) ?? keys.find((key) => key.use === 'credentials');

function keysOf({ id, providerId }: IssuerRow, keys: readonly SigningKey[]): Record<KeyUse, SigningKey> {
  const own = keys.filter((key) => key.providerId === providerId);
  const [credentials, statusLists] = [keyFor('credentials', own), keyFor('status-lists', own)];
  if (!credentials || !statusLists) throw new Error(`${id} has no key that signs credentials`);
  return { credentials, 'status-lists': statusLists };
}
