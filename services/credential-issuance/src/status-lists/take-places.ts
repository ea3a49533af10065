import { Injectable } from '@nestjs/common';
import { Bitstring, STATUS_LIST_LENGTH, statusIndexes, type StatusPurpose } from '@laurel/credentials';
import { Clock, newId, PublicOrigin, type Transaction } from '@laurel/runtime';
import { randomBytes } from 'node:crypto';
import type { ActingIssuer } from '../issuers/issuers.js';
import { KeySeal } from '../issuers/key-seal.js';
import { Signatory } from '../issuers/signatory.js';
import { listDocument, listUrl, type StatusList, type StatusListPair, type TakenPlace } from './status-list.js';
import { StatusListPairTable, StatusListTable } from './status-list.table.js';

/** A pair after it gave places away: the last `amount` of `taken`. */
interface Given extends StatusListPair {
  readonly amount: number;
}

/**
 * One statement for all issuers of a batch. A pair whose row another batch holds is passed over, so batches that run
 * at once do not wait for each other: there are as many open pairs as ever ran at once. A batch's places are of one pair.
 */
const TAKE = `
  with wanted as (select * from unnest($1::uuid[], $2::int[]) as w (provider_id, amount)),
  open as (
    select p.id, w.amount from wanted w cross join lateral (
      select id from status_list_pairs
      where provider_id = w.provider_id and origin = $3 and taken < ${STATUS_LIST_LENGTH} and taken + w.amount <= ${STATUS_LIST_LENGTH}
      order by id limit 1 for no key update skip locked) p)
  update status_list_pairs p set taken = p.taken + open.amount from open where p.id = open.id
  returning p.id, p.provider_id as "providerId", p.origin, p.sealed_key as "sealedKey", p.taken,
    p.revocation_list as "revocationList", p.suspension_list as "suspensionList", open.amount`;

@Injectable()
export class TakePlaces {
  constructor(
    private readonly clock: Clock,
    private readonly origin: PublicOrigin,
    private readonly seal: KeySeal,
    private readonly signatory: Signatory,
  ) {}

  /** Takes as many places as each provider wants, by provider id; nobody gets one of them again. At most 131,072 each. */
  async take(tx: Transaction, issuers: ReadonlyMap<string, ActingIssuer>, wanted: ReadonlyMap<string, number>): Promise<Map<string, TakenPlace[]>> {
    const [given]: [Given[], number] = await tx.query(TAKE, [[...wanted.keys()], [...wanted.values()], this.origin.url]);
    const served = new Set(given.map(({ providerId }) => providerId));
    for (const [providerId, amount] of wanted) {
      const issuer = issuers.get(providerId);
      if (issuer && !served.has(providerId)) given.push(await this.openPair(tx, issuer, amount));
    }
    return new Map(given.map((pair) => [pair.providerId, this.placesOf(pair)]));
  }

  private placesOf({ id, origin, sealedKey, taken, amount, revocationList, suspensionList }: Given): TakenPlace[] {
    const indexOf = statusIndexes(this.seal.open(sealedKey, id));
    const lists = { pairId: id, revocationList: listUrl(origin, revocationList), suspensionList: listUrl(origin, suspensionList) };
    return Array.from({ length: amount }, (_, at) => ({ ...lists, index: indexOf(taken - amount + at) }));
  }

  private async openPair(tx: Transaction, issuer: ActingIssuer, amount: number): Promise<Given> {
    const [id, { providerId }, origin] = [newId(), issuer.issuer, this.origin.url];
    const revocation = await this.emptyList(issuer, 'revocation');
    const suspension = await this.emptyList(issuer, 'suspension');
    const pair = { id, providerId, origin, sealedKey: this.seal.seal(randomBytes(32), id), taken: amount, revocationList: revocation.id, suspensionList: suspension.id };
    await tx.insert(StatusListTable, [revocation, suspension]);
    await tx.insert(StatusListPairTable, pair);
    return { ...pair, amount };
  }

  private async emptyList({ issuer, keys }: ActingIssuer, purpose: StatusPurpose): Promise<StatusList> {
    const [id, now, bits] = [newId(), this.clock.now(), Buffer.from(Bitstring.empty().toBytes())];
    const [url, signedAt] = [listUrl(this.origin.url, id), now.toISOString()];
    const document = await this.signatory.sign(listDocument({ url, purpose, bits }, issuer.id, signedAt), keys['status-lists'], now);
    return { id, providerId: issuer.providerId, purpose, url, bits, document, signedAt };
  }
}
