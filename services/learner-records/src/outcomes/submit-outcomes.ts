import { Injectable } from '@nestjs/common';
import { problemDocument, ProblemDocument, validationProblem, type Caller } from '@laurel/http';
import { Problem, PublicOrigin } from '@laurel/runtime';
import { z } from 'zod';
import { Outcome, RecordOutcome, type RecordOutcomes } from './outcome.js';
import { OutcomeRecorder, type Recorded } from './recorder.js';

/** What became of each row: the status that the single request would have had, and its body. */
export const BatchResults = z.object({
  results: z.array(z.object({ index: z.int(), status: z.int(), outcome: Outcome.optional(), problem: ProblemDocument.optional() })),
});
export type BatchResults = z.infer<typeof BatchResults>;

/** The two ways in, one outcome and up to a thousand, over the same recording. */
@Injectable()
export class SubmitOutcomes {
  constructor(
    private readonly recorder: OutcomeRecorder,
    private readonly origin: PublicOrigin,
  ) {}

  async one(provider: Caller, outcome: RecordOutcome): Promise<Exclude<Recorded, { problem: Problem }>> {
    const [recorded] = await this.recorder.record(provider.id, [outcome]);
    if (!recorded) throw new Error('one row, no answer');
    if ('problem' in recorded) throw recorded.problem;
    return recorded;
  }

  async batch(provider: Caller, { outcomes }: RecordOutcomes, requestId: string): Promise<BatchResults> {
    const rows = outcomes.map((row) => RecordOutcome.safeParse(row));
    const sound = rows.flatMap((row) => (row.success ? [row.data] : []));
    const recorded = (await this.recorder.record(provider.id, sound)).values();
    const results = rows.map((row, index) => {
      const result: Recorded | undefined = row.success ? recorded.next().value : { problem: validationProblem(row.error.issues) };
      if (!result) throw new Error('fewer answers than rows');
      return 'problem' in result
        ? { index, status: result.problem.kind.status, problem: problemDocument(result.problem, this.origin.url, requestId) }
        : { index, ...result };
    });
    return { results };
  }
}
