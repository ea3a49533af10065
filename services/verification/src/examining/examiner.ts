import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { type ContextFile, type Examination, type Examine, examine, type ExamineOptions, fault, isResolved, type JsonObject, type KeyResolution, membersOf, type Profile, type ProofOutcome, type Secured } from '@laurel/credentials';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { ExaminationTask } from './examination-task.js';
import { TooCostly, Workers, type WorkersLimits } from './workers.js';

/** Beside its source as beside what is compiled of it: a worker runs compiled code, also where jest runs the source. */
const WORKER = fileURLToPath(new URL('../../dist/examining/examining-worker.js', import.meta.url));

/** How much is read where requests are answered: members, once for each proof; a tenth of a second at worst. What is more goes to a worker. */
const LIGHT = 1_000;

/** Keys that are looked for: with more proofs than this a document is refused before any of them is verified. */
const MOST_KEYS = 20;

const LIMITS: WorkersLimits = { deadlineMs: 8_000, waitMs: 15_000, workers: Math.min(4, Math.max(1, availableParallelism() - 1)), waiting: 8 };

/** Decides where a document is examined, so that no caller's large one holds up everybody else's. */
@Injectable()
export class Examiner implements OnApplicationShutdown {
  private readonly workers: Workers<ExaminationTask, Examination>;

  /** @param contexts an operator's own, for the workers too */
  constructor(contexts: readonly ContextFile[] = [], limits: Partial<WorkersLimits> = {}) {
    this.workers = new Workers(WORKER, { ...LIMITS, ...limits }, contexts);
  }

  /** For `verifyCredential` and `verifyPresentation`, of what was sent. Rejects with Problem `verification-busy` where too many large ones wait. */
  of(kind: ExaminationTask['kind'], sent: string | JsonObject, profile: Profile = 'full'): Examine {
    return (opened, options) => {
      const weight = membersOf(opened.document) * Math.max(1, opened.verificationMethods.length);
      return weight <= LIGHT ? examine(opened, options) : this.elsewhere({ kind, sent, profile }, opened, options);
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.workers.close();
  }

  private async elsewhere(what: Omit<ExaminationTask, 'keys' | 'options'>, { verificationMethods }: Secured, { resolveKey, contexts: _, ...options }: ExamineOptions): Promise<Examination> {
    const methods = [...new Set(verificationMethods)].slice(0, MOST_KEYS);
    const keys = await Promise.all(methods.map(async (method) => [method, await resolveKey(method, options.expected.purpose)] as const));
    try {
      return await this.workers.run({ ...what, keys, options });
    } catch (error) {
      if (!(error instanceof TooCostly)) throw error;
      return { proofs: keys.length > 0 ? keys.map(tooCostly) : [{ pointer: '', fault: fault('too-costly') }] };
    }
  }
}

/** A proof that nobody had the time to look at; whose it says it is can still be told. */
const tooCostly = ([verificationMethod, key]: readonly [string, KeyResolution]): ProofOutcome => ({
  pointer: '/proof', verificationMethod, fault: fault('too-costly'), ...(isResolved(key) && { controller: key.controller }),
});
