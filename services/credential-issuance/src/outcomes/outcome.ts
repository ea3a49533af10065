import { outcomeRefused, outcomeWithdrawn, RecordedOutcome, Traceparent, type Accreditation, type Achievement } from '@laurel/events';
import { z } from 'zod';

/** An outcome that is to be decided, and the trace of the request that it came with. */
export const PendingOutcome = z.object({ outcome: RecordedOutcome, traceparent: Traceparent.optional() });
export type PendingOutcome = z.infer<typeof PendingOutcome>;

/** An outcome for which a fact is missing, until the registry has answered the question. */
export const WaitingOutcome = PendingOutcome.extend({ outcomeId: z.uuid(), attempt: z.int().min(1), question: z.uuid() });
export type WaitingOutcome = z.infer<typeof WaitingOutcome>;

export const Refusal = outcomeRefused.data;
export type Refusal = z.infer<typeof Refusal>;

export const Withdrawal = outcomeWithdrawn.data;
export type Withdrawal = z.infer<typeof Withdrawal>;

/** An outcome that becomes a credential: of which version of the achievement, and recognised by whom. */
export interface ApprovedOutcome extends PendingOutcome {
  readonly achievement: Achievement;
  readonly accreditation: Accreditation;
}
