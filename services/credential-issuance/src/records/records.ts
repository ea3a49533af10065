import { Injectable } from '@nestjs/common';
import { buildClrCredential, CredentialError, type JsonObject } from '@laurel/credentials';
import { FORMATS } from '@laurel/credentials/signing';
import { didOfKey } from '@laurel/events';
import type { Caller } from '@laurel/http';
import { Clock, Database, newId } from '@laurel/runtime';
import { setImmediate as breathe } from 'node:timers/promises';
import { SecuredCredentials } from '../credentials/formats/secured-credentials.js';
import { CITY } from '../issuers/issuer.js';
import { Issuers } from '../issuers/issuers.js';
import { Signatory } from '../issuers/signatory.js';
import { problem } from '../problems.js';
import { isFiltered, type RecordFormat, type RecordQuery } from './record-query.js';
import { standingCredentials, type StandingCredential } from './standing-credentials.js';

/** Credentials that are looked at for one record, and its size in bytes: what POST /v1/verifications takes. */
const MOST_PARTS = 500;
const MOST_BYTES = 1_000_000;

/** The record of a learner as one credential (CLR 2.0), compiled and signed by the city when it is fetched; it is not stored. */
@Injectable()
export class Records {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly issuers: Issuers,
    private readonly signatory: Signatory,
    private readonly secured: SecuredCredentials,
  ) {}

  /** @throws Problem `nothing-to-compile`, `record-too-large` */
  async compile(query: RecordQuery, format: RecordFormat, learner: Caller): Promise<string> {
    const now = this.clock.now();
    const standing = await this.database.asTenant(learner.tenant, (tx) => standingCredentials(tx, learner, query, now, MOST_PARTS + 1));
    const [first] = standing;
    if (!first) throw problem('nothing-to-compile', isFiltered(query) ? 'No credential of yours that stands is among those asked for.' : 'No credential of yours stands.');
    if (standing.length > MOST_PARTS) throw tooLarge(`more than ${MOST_PARTS}`, query);
    const key = await this.issuers.key(CITY, { use: 'credentials', type: FORMATS[format].keyType });
    const { name, url } = await this.issuers.find(CITY);
    const record = buildClrCredential({
      credentialId: newId(), issuer: { id: didOfKey(key), name, url }, subject: { id: subjectOf(first) }, name: 'Learning record',
      parts: await this.partsOf(standing, query), partial: isFiltered(query), validFrom: now.toISOString(), validUntil: aYearFrom(now),
    });
    try {
      const signed = await this.signatory.secure(record, format, key, now, {});
      const text = typeof signed === 'string' ? signed : JSON.stringify(signed);
      if (text.length <= MOST_BYTES) return text;
    } catch (error) {
      if (!(error instanceof CredentialError) || error.code !== 'too-large') throw error;
    }
    throw tooLarge(String(standing.length), query);
  }

  /** One after another, so that whoever else asks meanwhile is answered. */
  private async partsOf(standing: readonly StandingCredential[], { parts }: RecordQuery): Promise<(JsonObject | string)[]> {
    if (parts === 'json') return standing.map(({ document }) => document);
    const tokens: string[] = [];
    for (const { row } of standing) {
      tokens.push(String(await this.secured.secured(row, 'vc-jwt-es256')));
      await breathe();
    }
    return tokens;
  }
}

/** The learner as all credentials name them. */
const subjectOf = ({ document: { credentialSubject } }: StandingCredential): string => String((credentialSubject as JsonObject).id);

/** A record has no status of its own, so it ends: by then there is a newer one. */
function aYearFrom(now: Date): string {
  const end = new Date(now);
  end.setUTCFullYear(end.getUTCFullYear() + 1);
  return end.toISOString();
}

function tooLarge(parts: string, { parts: form }: RecordQuery) {
  const smaller = form === 'json' ? 'With ?parts=jwt more fit in; or ask' : 'Ask';
  return problem('record-too-large', `It would hold ${parts} credentials as ${form}. ${smaller} for less: ?providerId=, ?formOfLearning= or ?credentialIds=.`);
}
