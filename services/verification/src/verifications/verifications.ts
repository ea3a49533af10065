import { Injectable } from '@nestjs/common';
import { CredentialError, failed, inOrder, isVerified, openCredential, skipped, verifyCredential, type Check, type JsonObject, type OpenedCredential } from '@laurel/credentials';
import { Clock } from '@laurel/runtime';
import { setTimeout as sleep } from 'node:timers/promises';
import { problem } from '../problems.js';
import { checkAchievement } from '../checks/check-achievement.js';
import { checkRecognition } from '../checks/check-recognition.js';
import { checkStatus } from '../checks/check-status.js';
import { isJwt } from './jwt.js';
import { keysOf } from './keys.js';
import { Copies, isComplete, type Knowledge } from '../copies/knowledge.js';
import { isGenuine } from '../summary/sentence.js';
import { summarise } from '../summary/summary.js';
import type { Verification } from './verification.js';

/** What was issued this recently may be on its way to us, in milliseconds. */
const FRESH_MS = 60_000;
/** Looks for it, and the pause between two. */
const [LOOKS, PAUSE_MS] = [20, 100];

/** Checks credentials. Nothing of what is sent is stored. */
@Injectable()
export class Verifications {
  constructor(
    private readonly copies: Copies,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem `not-a-credential`, `credential-too-large`; whatever else is wrong with it is an answer */
  async verify(sent: unknown): Promise<Verification> {
    if (isJwt(sent)) return unsupported;
    const opened = credentialIn(sent);
    const { document } = opened;
    const now = this.clock.now();
    const known = await this.copies.about(document);
    const inItself = await verifyCredential(opened, { now, resolveKey: keysOf(known.issuer) });
    const knowledge = isGenuine(inItself) ? await this.settled(document, known, now) : known;
    const checks = inOrder([...inItself, checkStatus(document, knowledge), checkRecognition(knowledge, now), checkAchievement(document, knowledge)]);
    return { verified: isVerified(checks), checks, summary: summarise(document, knowledge, checks) };
  }

  /** A credential of ours can be here before the event that it was issued; for two seconds that is waited for. */
  private async settled(document: JsonObject, known: Knowledge, now: Date): Promise<Knowledge> {
    const age = now.getTime() - Date.parse(String(document.validFrom));
    let knowledge = known;
    for (let look = 0; look < LOOKS && knowledge.issuer && !isComplete(knowledge) && age < FRESH_MS; look += 1) {
      await sleep(PAUSE_MS);
      knowledge = await this.copies.about(document);
    }
    return knowledge;
  }
}

function credentialIn(sent: unknown): OpenedCredential {
  try {
    return openCredential(sent);
  } catch (error) {
    if (!(error instanceof CredentialError)) throw error;
    const errors = [{ pointer: `/verifiableCredential${error.pointer ?? ''}`, detail: error.detail }];
    throw problem(error.code === 'too-large' ? 'credential-too-large' : 'not-a-credential', error.detail, { errors });
  }
}

const unsupportedChecks: Check[] = inOrder([
  failed('proof', 'unsupported-format'),
  ...(['structure', 'contexts', 'issuer-binding', 'dates', 'status', 'schema', 'recognition', 'achievement'] as const).map((check) => skipped(check, 'not-read')),
]);
const unsupported: Verification = { verified: false, checks: unsupportedChecks, summary: summarise({}, { accreditations: [] }, unsupportedChecks) };
