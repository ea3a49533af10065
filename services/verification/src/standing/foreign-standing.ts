import { Injectable } from '@nestjs/common';
import { type Check, checkStanding, ContextSet, fault, type Fault, isFault, type JsonObject, type OpenedCredential, type StatusList, type StatusListKind, STATUS_LISTS, type VerifyOptions } from '@laurel/credentials';
import { PublicOrigin } from '@laurel/runtime';
import { ForeignKeys, isResolvedDid } from '../dids/foreign-keys.js';
import { Examiner } from '../examining/examiner.js';
import { type FetchOptions, type ForeignDocument, isFetched } from '../fetching/foreign-document.js';
import { ForeignDocuments } from '../fetching/foreign-documents.js';
import { Keys } from '../verifications/keys.js';
import { KeptFew } from '../fetching/keeping/kept-few.js';

/** Lists that one question holds, each of at most 1 MB. */
const MOST_LISTS = 64;

/** How credentials that are not ours stand, by the lists that their issuers publish. */
@Injectable()
export class ForeignStanding {
  constructor(
    private readonly documents: ForeignDocuments,
    private readonly foreignKeys: ForeignKeys,
    private readonly keys: Keys,
    private readonly examiner: Examiner,
    private readonly contexts: ContextSet,
    private readonly origin: PublicOrigin,
  ) {}

  /** Checks credentials at one time: for all of them together each list is fetched and verified once. @throws Problem `verification-busy` */
  at(now: Date): (opened: OpenedCredential) => Promise<Check> {
    const kept = new KeptFew<StatusList | Fault>(MOST_LISTS);
    const listAt = (url: string, kind: StatusListKind) => kept.get(`${kind} ${url}`, () => this.list(url, kind, now));
    const speaksFor = (other: string, issuer: string) => this.speaksFor(other, issuer, now);
    return (opened) => checkStanding(opened, { listAt, speaksFor });
  }

  /** Our own lists are asked for nothing: what is ours is known from its events, and what is not has no place in them. */
  private async list(url: string, kind: StatusListKind, now: Date): Promise<StatusList | Fault> {
    if (url.startsWith(`${this.origin.url}/`)) return fault('status-list-ours');
    const list = await this.listNow(url, kind, now, { since: now });
    if (isFault(list) || list.ttl === undefined || now.getTime() - list.askedAt.getTime() < list.ttl) return list;
    return this.listNow(url, kind, now, { notBefore: now });
  }

  private async listNow(url: string, kind: StatusListKind, now: Date, options: FetchOptions): Promise<(StatusList & { readonly askedAt: Date }) | Fault> {
    const fetched = await this.documents.document(url, options);
    if (!isFetched(fetched)) return fetched;
    const list = await STATUS_LISTS[kind](fetched, url, this.verifying(fetched, now));
    return isFault(list) ? list : { ...list, askedAt: fetched.askedAt };
  }

  private verifying(fetched: ForeignDocument, now: Date): VerifyOptions {
    const sent = fetched.form === 'json' ? (fetched.json as JsonObject) : fetched.jwt;
    return { now, contexts: this.contexts, resolveKey: this.keys.of(undefined, now), examine: this.examiner.of('credential', sent) };
  }

  /** Who is named as controller of an issuer's DID document may do everything in its name (DID Core 1.0 section 5.1.2). */
  private async speaksFor(other: string, issuer: string, since: Date): Promise<boolean> {
    if (!issuer.startsWith('did:web:')) return false;
    const resolved = await this.foreignKeys.didDocument(issuer, { since });
    return isResolvedDid(resolved) && [resolved.document.controller].flat().includes(other);
  }
}
