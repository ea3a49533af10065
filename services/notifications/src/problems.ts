import { problemTable } from '@laurel/runtime';

/** Every refusal that notifications makes. */
export const problem = problemTable({
  'sealed-unreadable': {
    status: 422,
    title: 'What was sealed for notifications cannot be opened',
    advice: 'For the operator: give learner-records and notifications the same CONTACT_KEY, then replay the dead letters (npm run laurel).',
  },
});
