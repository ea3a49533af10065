import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { type ContextFile, type Examination, type Examine, examine, type ExamineOptions, fault, isResolved, type JsonObject, type KeyResolution, membersOf, type Profile, type ProofOutcome, type Secured } from '@laurel/credentials';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { MessageChannel } from 'node:worker_threads';
import { Piscina } from 'piscina';
import { problem } from '../problems.js';
import type { ExaminationTask } from './examination-task.js';

/** Beside its source as beside what is compiled of it: a worker runs compiled code, also where jest runs the source. */
const WORKER = fileURLToPath(new URL('../../dist/examining/examining-worker.js', import.meta.url));

/** How much is read where requests are answered: members, once for each proof; a tenth of a second at worst. What is more goes to a worker. */
const LIGHT = 1_000;

export interface ExaminerLimits {
  /** How long one examination may take in a worker, in milliseconds. */
  readonly deadlineMs: number;
  readonly workers: number;
  /** Examinations that may wait for a worker, and how long each, in milliseconds. */
  readonly waiting: number;
  readonly waitMs: number;
}

const LIMITS: ExaminerLimits = { deadlineMs: 8_000, waitMs: 15_000, workers: Math.min(4, Math.max(1, availableParallelism() - 1)), waiting: 8 };

/** Decides where a document is examined, so that no caller's large one holds up everybody else's. */
@Injectable()
export class Examiner implements OnApplicationShutdown {
  private pool?: Piscina<ExaminationTask, Examination>;
  private underWay = 0;
  private readonly limits: ExaminerLimits;

  /** @param contexts an operator's own, for the workers too */
  constructor(
    private readonly contexts: readonly ContextFile[] = [],
    limits: Partial<ExaminerLimits> = {},
  ) {
    this.limits = { ...LIMITS, ...limits };
  }

  /** For `verifyCredential` and `verifyPresentation`, of what was sent. Rejects with Problem `verification-busy` where too many large ones wait. */
  of(kind: ExaminationTask['kind'], sent: string | JsonObject, profile: Profile = 'full'): Examine {
    return (opened, options) => {
      const weight = membersOf(opened.document) * Math.max(1, opened.verificationMethods.length);
      return weight <= LIGHT ? examine(opened, options) : this.elsewhere({ kind, sent, profile }, opened, options);
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool?.destroy();
  }

  private async elsewhere(what: Pick<ExaminationTask, 'kind' | 'sent' | 'profile'>, { verificationMethods }: Secured, { resolveKey, contexts: _, ...options }: ExamineOptions): Promise<Examination> {
    const methods = [...new Set(verificationMethods)];
    const keys = await Promise.all(methods.map(async (method) => [method, await resolveKey(method, options.expected.purpose)] as const));
    if (this.underWay >= this.limits.workers + this.limits.waiting) throw busy();
    const { port1: ours, port2: began } = new MessageChannel();
    const [abort, deadline] = [new AbortController(), () => abort.abort()];
    let [timer, isAtWork] = [setTimeout(deadline, this.limits.waitMs), false];
    ours.once('message', () => {
      clearTimeout(timer);
      [timer, isAtWork] = [setTimeout(deadline, this.limits.deadlineMs), true];
    });
    this.underWay += 1;
    try {
      return await this.workers().run({ ...what, keys, options, began }, { signal: abort.signal, transferList: [began] });
    } catch (error) {
      if (abort.signal.aborted && !isAtWork) throw busy();
      if (abort.signal.aborted || isOutOfMemory(error)) return { proofs: keys.length > 0 ? keys.map(tooCostly) : [{ pointer: '', fault: fault('too-costly') }] };
      throw error;
    } finally {
      this.underWay -= 1;
      clearTimeout(timer);
      ours.close();
    }
  }

  private workers(): Piscina<ExaminationTask, Examination> {
    this.pool ??= new Piscina({
      filename: WORKER, workerData: this.contexts, minThreads: 0, maxThreads: this.limits.workers, idleTimeout: 60_000, resourceLimits: { maxOldGenerationSizeMb: 512 },
    });
    return this.pool;
  }
}

const busy = () => problem('verification-busy', 'Too many large documents are being read at the moment.', { headers: { 'retry-after': '5' } });

const isOutOfMemory = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';

/** A proof that nobody had the time to look at; whose it says it is can still be told. */
const tooCostly = ([verificationMethod, key]: readonly [string, KeyResolution]): ProofOutcome => ({
  pointer: '/proof', verificationMethod, fault: fault('too-costly'), ...(isResolved(key) && { controller: key.controller }),
});
