import type { Acknowledgement, Contradiction } from '../client/operation-log.js';
import type { Observation, ObservedCredential, ObservedOutcome } from './observation.js';

/** The invariants of faults.md, and what breaks each. */
const INVARIANTS = {
  'outcome-lost': 'I3', 'outcome-renamed': 'I3',
  'outcome-unfinished': 'I1', 'credential-lost': 'I1', 'refusal-lost': 'I1', 'credential-and-refusal': 'I1', 'credential-foreign': 'I1',
  'credential-of-nothing': 'I1', 'outcome-doubled': 'I2', 'credential-doubled': 'I2',
} as const;
export type ViolationKind = keyof typeof INVARIANTS;

export interface Violation {
  readonly kind: ViolationKind;
  readonly invariant: (typeof INVARIANTS)[ViolationKind];
  readonly what: string;
}

const violation = (kind: ViolationKind, what: string): Violation => ({ kind, invariant: INVARIANTS[kind], what });

export interface Told {
  readonly acknowledgements: readonly Acknowledgement[];
  readonly contradictions: readonly Contradiction[];
}

/**
 * Holds what clients were told against what is there after all has settled: everything acknowledged is there (I3),
 * ends in exactly one credential or one refusal (I1), and never in two (I2). Outcomes that nobody was told of, because
 * the answer died with the process, are held to the same.
 */
export function findViolations({ acknowledgements, contradictions }: Told, { outcomes, credentials }: Observation): Violation[] {
  const byId = new Map(outcomes.map((outcome) => [outcome.id, outcome]));
  const credentialsOf = groupBy(credentials, ({ outcomeId }) => outcomeId);
  return [
    ...contradictions.map(({ externalId, outcomeIds }) => violation('outcome-renamed', `${externalId} was first ${outcomeIds[0]}, then ${outcomeIds[1]}`)),
    ...acknowledgements.filter(({ outcomeId }) => !byId.has(outcomeId)).map(({ externalId, outcomeId }) => violation('outcome-lost', `${externalId}, acknowledged as ${outcomeId}`)),
    ...[...groupBy(outcomes, ({ providerId, externalId }) => `${providerId} ${externalId}`).entries()]
      .filter(([, same]) => same.length > 1)
      .map(([key, same]) => violation('outcome-doubled', `${key} is there ${same.length} times`)),
    ...credentials.filter(({ outcomeId }) => !byId.has(outcomeId)).map(({ id, outcomeId }) => violation('credential-of-nothing', `${id} of ${outcomeId}`)),
    ...outcomes.flatMap((outcome) => endOf(outcome, credentialsOf.get(outcome.id) ?? [])),
  ];
}

function endOf(outcome: ObservedOutcome, credentials: readonly ObservedCredential[]): Violation[] {
  const { id, status, credentialId, refusal } = outcome;
  const found: Violation[] = [];
  if (credentials.length > 1) found.push(violation('credential-doubled', `${id} has ${credentials.length} credentials`));
  if (credentials.length > 0 && (status === 'refused' || refusal)) found.push(violation('credential-and-refusal', `${id} is refused and has a credential`));
  if (status === 'recorded') found.push(violation('outcome-unfinished', `${id} has neither credential nor refusal`));
  if (status === 'refused' && !refusal) found.push(violation('refusal-lost', `${id} is refused without a reason`));
  if (status === 'issued' && (credentials.length === 0 || !credentialId)) found.push(violation('credential-lost', `${id} is issued without a credential`));
  if (credentialId && !credentials.some((credential) => credential.id === credentialId)) found.push(violation('credential-foreign', `${id} names ${credentialId}, which is not its credential`));
  return found;
}

/** Lost and doubled, as people count them. */
export function countLostAndDoubled(violations: readonly Violation[]): { lost: number; doubled: number } {
  const doubled = violations.filter(({ invariant }) => invariant === 'I2').length;
  return { lost: violations.length - doubled, doubled };
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
