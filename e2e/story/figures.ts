import type { Credential, CredentialRow, Outcome } from '../client/answers.js';
import { countLostAndDoubled, findViolations, type Violation } from '../checker/find-violations.js';
import type { Acknowledgement } from '../client/operation-log.js';
import type { Kill } from './steps/outcomes/survive-kill.js';
import type { World } from './world.js';

/** The value below which this share (0 to 1) of the values lies: nearest rank. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** A credential with the very text that was signed. */
export interface Document {
  readonly credential: Credential;
  readonly text: string;
}

export interface Figures {
  readonly acknowledged: number;
  readonly outcomes: number;
  readonly issued: number;
  readonly withdrawn: number;
  readonly refused: Readonly<Record<string, number>>;
  /** From recordedAt to the credential's validFrom, of those that no kill came between. */
  readonly outcomeToCredentialMs: { readonly p50: number; readonly p99: number; readonly measured: number; readonly cutByKill: number };
  /** From the POST that was sent to the GET that answers "issued", of those handed in singly. */
  readonly seenByProviderMs: { readonly p50: number; readonly p99: number; readonly measured: number };
  /** Outcomes a second that were handed in by batch and file and came to their end, the restart left out. */
  readonly ratePerSecond: number;
  readonly memoryMb: number;
  readonly lost: number;
  readonly doubled: number;
  readonly violations: readonly Violation[];
}

export interface Ended {
  readonly outcomes: readonly Outcome[];
  readonly rows: readonly CredentialRow[];
  /** By their ids; all of them, or enough to measure by. */
  readonly documents: ReadonlyMap<string, Document>;
  readonly kill: Kill;
  readonly seenMs: readonly number[];
  /** How many were handed in by batch and file, and how long that took until the last had ended, in milliseconds. */
  readonly bulk: { readonly outcomes: number; readonly ms: number };
}

/** What it comes to, counted from what the API shows and held against what was acknowledged. */
export function figuresOf({ log, laurel }: World, ended: Ended): Figures {
  const { outcomes, rows, seenMs, bulk } = ended;
  const violations = violationsOf(log.acknowledgements(), log.contradictions, outcomes, rows);
  const latencies = latenciesOf(ended);
  const uncut = latencies.filter(({ cut }) => !cut).map(({ ms }) => ms);
  return {
    acknowledged: log.size, outcomes: outcomes.length, issued: rows.length, withdrawn: outcomes.filter(({ status }) => status === 'withdrawn').length,
    refused: countBy(outcomes.flatMap(({ refusal }) => refusal?.code ?? [])),
    outcomeToCredentialMs: { p50: percentile(uncut, 0.5), p99: percentile(uncut, 0.99), measured: uncut.length, cutByKill: latencies.length - uncut.length },
    seenByProviderMs: { p50: percentile(seenMs, 0.5), p99: percentile(seenMs, 0.99), measured: seenMs.length },
    ratePerSecond: Math.round(bulk.outcomes / (bulk.ms / 1_000)),
    memoryMb: Math.round(laurel.memoryMb()), ...countLostAndDoubled(violations), violations,
  };
}

function violationsOf(acknowledgements: readonly Acknowledgement[], contradictions: World['log']['contradictions'], outcomes: readonly Outcome[], rows: readonly CredentialRow[]): Violation[] {
  const observed = outcomes.map(({ id, providerId, externalId, status, credentialId, refusal }) => ({ id, providerId, externalId, status, credentialId, refusal: refusal?.code }));
  return findViolations({ acknowledgements, contradictions }, { outcomes: observed, credentials: rows });
}

function latenciesOf({ outcomes, documents, kill }: Ended): { ms: number; cut: boolean }[] {
  return outcomes.flatMap(({ credentialId, recordedAt }) => {
    const issued = documents.get(credentialId ?? '');
    if (!issued) return [];
    const [from, to] = [Date.parse(recordedAt), Date.parse(issued.credential.validFrom)];
    return [{ ms: to - from, cut: from <= kill.at && to >= kill.at }];
  });
}

function countBy(values: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of [...values].sort()) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}
