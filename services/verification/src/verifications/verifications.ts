import { Injectable } from '@nestjs/common';
import { ContextSet, inOrder, isVerified, verifyCredential, skipped, type Check, type JsonObject, type OpenedCredential, type Profile } from '@laurel/credentials';
import { Clock, Problem } from '@laurel/runtime';
import { setTimeout as sleep } from 'node:timers/promises';
import { checkAchievement } from '../checks/check-achievement.js';
import { checkRecognition } from '../checks/check-recognition.js';
import { checkStatus } from '../checks/check-status.js';
import { Copies, isComplete, type Knowledge } from '../copies/knowledge.js';
import { Examiner } from '../examining/examiner.js';
import { ForeignSchemas } from '../schemas/foreign-schemas.js';
import { ForeignStanding } from '../standing/foreign-standing.js';
import { isGenuine } from '../summary/unproven.js';
import { summarise } from '../summary/summarise.js';
import { inTurns } from './in-turns.js';
import { Keys } from './keys.js';
import { credentialIn } from './sent.js';
import type { Verification } from './verification.js';

/** What was issued this recently may be on its way to us, in milliseconds. */
const FRESH_MS = 60_000;
/** Looks for it, and the pause between two. */
const [LOOKS, PAUSE_MS] = [20, 100];

/** A credential as it was sent, and opened. */
export interface Submitted {
  readonly sent: string | JsonObject;
  readonly opened: OpenedCredential;
}

/** One that is being verified: what it is in itself, and what is known of it. */
interface Examined extends Submitted {
  readonly inItself: readonly Check[];
  /** How it stands by what its issuer publishes, if that is none of ours. */
  readonly standing?: Check;
  readonly known: Knowledge;
}

/** What is asked of all that are verified together, and what finds out for them what strangers publish. */
interface Question {
  readonly now: Date;
  readonly profile: Profile;
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
  ) {}

  /** @throws Problem `not-a-credential`, `credential-too-large`, `verification-busy`; whatever else is wrong with it is an answer */
  async verify(sent: unknown, profile?: Profile): Promise<Verification> {
    const [verified] = await this.verifyEach([{ sent: sent as string | JsonObject, opened: credentialIn(sent, profile) }], profile);
    if (!verified || verified instanceof Problem) throw verified ?? new Error('one credential, no answer');
    return verified;
  }

  /** Verifies several, each by itself, in their order; what is known of all of them is read once. */
  async verifyEach(submitted: readonly Submitted[], profile: Profile = 'full'): Promise<(Verification | Problem)[]> {
    const now = this.clock.now();
    const known = await this.copies.about(submitted.map(({ opened }) => opened.document));
    const question: Question = { now, profile, standingOf: this.standing.at(now), schemaOf: this.schemas.at(now) };
    const examined = await inTurns(submitted, (each, at) => this.examine(each, known[at] ?? { accreditations: [] }, question));
    const settled = profile === 'full' ? await this.settled(examined, now) : examined;
    return settled.map((each) => (each instanceof Problem ? each : concluded(each, now, profile)));
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

/** The rules of its kind come first, then the schemas that it names. */
const withSchema = (checks: readonly Check[], named: Check | undefined): readonly Check[] =>
  named ? checks.map((each) => (each.check === 'schema' && each.result !== 'failed' ? named : each)) : checks;

function concluded({ opened: { document }, inItself, standing, known }: Examined, now: Date, profile: Profile): Verification {
  const beyond = profile === 'full' ? [checkStatus(document, known, standing), checkRecognition(known, now), checkAchievement(document, known)] : NOT_ASKED;
  const checks = inOrder([...inItself, ...beyond]);
  return { verified: isVerified(checks), checks, summary: summarise(document, known, checks) };
}

const NOT_ASKED = (['status', 'recognition', 'achievement'] as const).map((check) => skipped(check, 'not-asked'));
