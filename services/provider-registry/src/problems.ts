import { problemTable } from '@laurel/runtime';

/** Every refusal that the provider registry makes. */
export const problem = problemTable({
  'decision-not-possible': {
    status: 409,
    title: 'The provider is not in a state that allows this decision',
    advice: 'Look at the status at GET /v1/providers/{id}: who applied can be approved or refused, who is approved suspended, who is suspended reinstated.',
  },
  'provider-not-approved': {
    status: 409,
    title: 'The provider is not approved',
    advice: 'Have the operator approve the provider (POST /v1/providers/{id}/decisions) and try again.',
  },
  'provider-refused': {
    status: 409,
    title: 'The provider was refused',
    advice: 'A refused provider cannot be accredited. It can apply anew.',
  },
  'accreditation-already-withdrawn': {
    status: 409,
    title: 'The accreditation was withdrawn already',
    advice: 'Nothing is left to do. A new accreditation can be given with POST /v1/providers/{id}/accreditations.',
  },
  'too-many-clients': {
    status: 409,
    title: 'The provider has two API clients already',
    advice: 'Two are for rotation: delete the one that is no longer used (DELETE /v1/providers/{id}/clients/{clientId}), then make the new one.',
  },
});
