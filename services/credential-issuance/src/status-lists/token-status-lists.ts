import { Injectable } from '@nestjs/common';
import { Bitstring, TokenStatusList } from '@laurel/credentials';
import { signTokenStatusList } from '@laurel/credentials/signing';
import { didOfKey } from '@laurel/events';
import { Clock, Database, requestProblem } from '@laurel/runtime';
import { createHash } from 'node:crypto';
import { Issuers } from '../issuers/issuers.js';
import { Signatory } from '../issuers/signatory.js';
import { StatusListPairTable } from './status-list.table.js';

/** For how long a verifier may go by a list that it has, and for how long one that did not change stays the same, in seconds. */
const TTL_S = 60;
const DAY_MS = 86_400_000;

/** A list that can be signed if somebody does not have it yet. */
export interface OfferedList {
  /** A weak validator: each signature of ECDSA is another (RFC 9110 section 8.8.1). */
  readonly etag: string;
  sign(): Promise<string>;
}

/** The bits of a pair of lists, and when they became what they are. */
interface Pair {
  readonly origin: string;
  readonly providerId: string;
  readonly revocation: Buffer;
  readonly suspension: Buffer;
  readonly signedAt: Date;
}

const FIND = `
  select p.origin, p.provider_id as "providerId", r.bits as revocation, s.bits as suspension, greatest(r.signed_at, s.signed_at) as "signedAt"
  from status_list_pairs p join status_lists r on r.id = p.revocation_list join status_lists s on s.id = p.suspension_list where p.id = $1`;

/** A pair of bitstring lists as one IETF Token Status List, made of the same bits whenever it is read: what is revoked there is so here. */
@Injectable()
export class TokenStatusLists {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly issuers: Issuers,
    private readonly signatory: Signatory,
  ) {}

  /** Where the list of a pair is, for good: below the origin of when the pair was made, as its bitstring lists are. */
  async urlOf(pairId: string): Promise<string> {
    const pair = await this.database.asPipeline((tx) => tx.findOneOrFail(StatusListPairTable, { where: { id: pairId }, select: { id: true, origin: true } }));
    return tokenListUrl(pair.origin, pairId);
  }

  /** Two bits an entry, revoked before suspended, as a Status List Token (Token Status List section 5.1). */
  async offer(id: string): Promise<OfferedList> {
    const { origin, providerId, revocation, suspension, signedAt } = await this.find(id);
    const key = await this.issuers.key(providerId, { use: 'status-lists', type: 'P-256' });
    const period = TTL_S * 1_000;
    const issuedAt = new Date(Math.max(Math.floor(this.clock.now().getTime() / period) * period, signedAt.getTime()));
    const digest = createHash('sha256').update(`${key.id} ${issuedAt.toISOString()}`).update(revocation).update(suspension).digest('base64url');
    const sign = () => {
      const list = TokenStatusList.of({ revocation: Bitstring.of(revocation), suspension: Bitstring.of(suspension) });
      return signTokenStatusList({ uri: tokenListUrl(origin, id), issuer: didOfKey(key), list, issuedAt, expires: new Date(issuedAt.getTime() + DAY_MS), ttl: TTL_S }, this.signatory.signerOf(key));
    };
    return { etag: `W/"${digest}"`, sign };
  }

  private async find(id: string): Promise<Pair> {
    const [pair] = await this.database.asPipeline((tx) => tx.query<Pair[]>(FIND, [id]));
    if (!pair) throw requestProblem('not-found', 'No token status list has this id.');
    return pair;
  }
}

export const tokenListUrl = (origin: string, id: string): string => `${origin}/v1/token-status-lists/${id}`;
