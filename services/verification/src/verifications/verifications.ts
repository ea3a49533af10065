import { Injectable } from '@nestjs/common';
import { ContextSet, verifyCredential, type Check, type JsonObject, type OpenedCredential, type Profile } from '@laurel/credentials';
import { problemDocument } from '@laurel/http';
import { Clock, Problem, PublicOrigin } from '@laurel/runtime';
import { setTimeout as sleep } from 'node:timers/promises';
import { Copies, isComplete, type Knowledge } from '../copies/knowledge.js';
import { Examiner } from '../examining/examiner.js';
import type { ExaminedPart } from '../parts/part-shares.js';
import { eachIn, unpack, type Unpacked } from '../parts/unpack.js';
import { ForeignSchemas } from '../schemas/foreign-schemas.js';
import { ForeignStanding } from '../standing/foreign-standing.js';
import { isGenuine } from '../summary/unproven.js';
import { concluded, type Examined, withSchema } from './examined.js';
import { inTurns } from './in-turns.js';
import { Keys } from './keys.js';
import { credentialIn, type Submitted } from './sent.js';
import type { Verification } from './verification.js';

/** What was issued this recently may be on its way to us, in milliseconds. */
const FRESH_MS = 60_000;
/** Looks for it, and the pause between two. */
const [LOOKS, PAUSE_MS] = [20, 100];

/** What is asked of all that are verified together, and by which request. */
interface Asked {
  readonly now: Date;
  readonly profile: Profile;
  readonly requestId: string;
}

/** The same, with what finds out for them what strangers publish. */
interface Question extends Asked {
  readonly standingOf: (opened: OpenedCredential) => Promise<Check>;
  readonly schemaOf: (document: JsonObject) => Promise<Check | undefined>;
}

/** Checks credentials, one or many, in full or only their proofs. Nothing of what is sent is stored. */
@Injectable()
export class Verifications {
  constructor(
    private readonly copies: Copies,
    private readonly clock: Clock,
    private readonly keys: Keys,
    private readonly examiner: Examiner,
    private readonly contexts: ContextSet,
    private readonly standing: ForeignStanding,
    private readonly schemas: ForeignSchemas,
    private readonly origin: PublicOrigin,
  ) {}

  /** @throws Problem `not-a-credential`, `credential-too-large`, `verification-busy`; whatever else is wrong with it is an answer */
  async verify(sent: unknown, requestId: string, profile?: Profile): Promise<Verification> {
    const [verified] = await this.verifyEach([{ sent: sent as string | JsonObject, opened: credentialIn(sent, profile) }], requestId, profile);
    if (!verified || verified instanceof Problem) throw verified ?? new Error('one credential, no answer');
    return verified;
  }

  /** Verifies several, each by itself, in their order, and with a record the credentials in it; what is known of all of them is read once. */
  async verifyEach(submitted: readonly Submitted[], requestId: string, profile: Profile = 'full'): Promise<(Verification | Problem)[]> {
    const now = this.clock.now();
    const unpacked = profile === 'full' ? unpack(submitted) : submitted;
    const each = unpacked.flatMap(eachIn);
    const known = await this.copies.about(each.map(({ opened }) => opened.document));
    const question: Question = { now, profile, requestId, standingOf: this.standing.at(now), schemaOf: this.schemas.at(now) };
    const examined = await inTurns(each, (one, at) => this.examine(one, known[at] ?? { accreditations: [] }, question));
    const settled = profile === 'full' ? await this.settled(examined, now) : examined;
    const found = new Map<Submitted, Examined | Problem | undefined>(each.map((one, at) => [one, settled[at]]));
    return unpacked.map((one) => (one instanceof Problem ? one : this.whole(one, found, question)));
  }

  /** Put together from the inside out: where nobody had the time for a part, nobody had it for the record. */
  private whole(one: Unpacked, found: ReadonlyMap<Submitted, Examined | Problem | undefined>, asked: Asked): Verification | Problem {
    const examined = found.get(one);
    if (!examined) throw new Error('a credential, no answer');
    if (examined instanceof Problem) return examined;
    const parts: ExaminedPart[] = [];
    for (const { pointer, credential } of one.parts ?? []) {
      if (credential instanceof Problem) {
        parts.push({ pointer, problem: problemDocument(credential, this.origin.url, asked.requestId) });
        continue;
      }
      const verification = this.whole(credential, found, asked);
      if (verification instanceof Problem) return verification;
      parts.push({ pointer, verification, document: credential.opened.document });
    }
    return concluded(examined, one.parts && parts, asked.now, asked.profile);
  }

  private async examine({ sent, opened }: Submitted, known: Knowledge, { now, profile, standingOf, schemaOf }: Question): Promise<Examined | Problem> {
    try {
      const inItself = await verifyCredential(opened, { now, profile, contexts: this.contexts, resolveKey: this.keys.of(known.issuer, now), examine: this.examiner.of('credential', sent, profile) });
      if (profile !== 'full') return { sent, opened, inItself, known };
      const [standing, schema] = await Promise.all([known.issuer ? undefined : standingOf(opened), schemaOf(opened.document)]);
      return { sent, opened, inItself: withSchema(inItself, schema), ...(standing && { standing }), known };
    } catch (error) {
      if (error instanceof Problem) return error;
      throw error;
    }
  }

  /** A credential of ours can be here before the event that it was issued; for two seconds that is waited for. */
  private async settled(examined: readonly (Examined | Problem)[], now: Date): Promise<(Examined | Problem)[]> {
    const settled = [...examined];
    for (let look = 0; look < LOOKS; look += 1) {
      const open = settled.flatMap((each, at) => (!(each instanceof Problem) && isOnItsWay(each, now) ? [{ at, each }] : []));
      if (open.length === 0) break;
      await sleep(PAUSE_MS);
      const known = await this.copies.about(open.map(({ each }) => each.opened.document));
      for (const [index, { at, each }] of open.entries()) settled[at] = { ...each, known: known[index] ?? each.known };
    }
    return settled;
  }
}

const isOnItsWay = ({ inItself, known, opened }: Examined, now: Date): boolean => known.issuer !== undefined && !isComplete(known) && isFresh(opened, now) && isGenuine(inItself);

/** What does not say when it was signed may have been signed just now; so may what holds since long ago. */
const isFresh = ({ signedAt, document: { validFrom } }: OpenedCredential, now: Date): boolean =>
  !(now.getTime() - (signedAt?.getTime() ?? Date.parse(String(validFrom))) >= FRESH_MS);
