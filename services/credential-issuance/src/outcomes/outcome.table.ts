import { column, instant } from '@laurel/runtime';
import { EntitySchema } from 'typeorm';
import type { Refusal, WaitingOutcome, Withdrawal } from './outcome.js';

const outcomeId = column('uuid', { name: 'outcome_id', primary: true });
const providerId = column('uuid', { name: 'provider_id' });
const learnerId = column('uuid', { name: 'learner_id' });

export const WaitingOutcomeTable = new EntitySchema<WaitingOutcome>({
  name: 'waiting_outcomes',
  columns: { outcomeId, attempt: column('int'), question: column('uuid'), outcome: column('jsonb'), traceparent: column('text', { nullable: true }) },
});

export const RefusalTable = new EntitySchema<Refusal>({
  name: 'refusals',
  columns: { outcomeId, attempt: column('int'), providerId, learnerId, code: column('text'), detail: column('text'), refusedAt: instant({ name: 'refused_at' }) },
});

export const WithdrawalTable = new EntitySchema<Withdrawal>({
  name: 'withdrawals',
  columns: { outcomeId, providerId, learnerId, withdrawnAt: instant({ name: 'withdrawn_at' }) },
});
