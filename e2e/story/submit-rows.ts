import type { BatchResult } from '../client/answers.js';
import type { OperationLog } from '../client/operation-log.js';
import type { Provider } from '../client/provider.js';
import { isFault, type ReadRow, type Row, type RowFault } from '../outcomes-file/row.js';

/** Where a row is handed in. */
export interface Desk {
  readonly provider: Provider;
  readonly achievementId: string;
}

export interface Submitted {
  rows: number;
  recorded: number;
  /** Rows that were there already, with the same content. */
  again: number;
  /** How many rows were wrong; the first thousand of them are kept. */
  wrong: number;
  readonly faults: RowFault[];
}

export interface SubmitOptions {
  readonly deskOf: (achievement: string) => Desk | undefined;
  readonly log: OperationLog;
  /** Rows a request. */
  readonly batch: number;
  /** Requests at once. */
  readonly atOnce: number;
  readonly onAnswer?: () => void;
}

const KEPT_FAULTS = 1_000;

/** Hands in rows in batches as they are read; each wrong one is reported by line and column and disturbs no other. */
export async function submitRows(rows: AsyncIterable<ReadRow> | Iterable<ReadRow>, options: SubmitOptions): Promise<Submitted> {
  const submitted: Submitted = { rows: 0, recorded: 0, again: 0, wrong: 0, faults: [] };
  const waiting = new Map<Provider, AddressedRow[]>();
  const inFlight = new Set<Promise<void>>();
  const send = async (provider: Provider, batch: AddressedRow[]) => {
    const sending = sendBatch(provider, batch, options.log, submitted).then(options.onAnswer).finally(() => inFlight.delete(sending));
    inFlight.add(sending);
    if (inFlight.size >= options.atOnce) await Promise.race(inFlight);
  };
  for await (const row of rows) {
    submitted.rows += 1;
    const desk = isFault(row) ? undefined : options.deskOf(row.outcome.achievement);
    if (isFault(row)) note(submitted, row);
    else if (!desk) note(submitted, { line: row.line, column: 'achievement', detail: `nobody publishes "${row.outcome.achievement.slice(0, 80)}"` });
    else {
      const batch = [...(waiting.get(desk.provider) ?? []), { row, achievementId: desk.achievementId }];
      waiting.set(desk.provider, batch.length < options.batch ? batch : []);
      if (batch.length >= options.batch) await send(desk.provider, batch);
    }
  }
  for (const [provider, batch] of waiting) if (batch.length > 0) await send(provider, batch);
  await Promise.all(inFlight);
  submitted.faults.sort((a, b) => a.line - b.line);
  return submitted;
}

interface AddressedRow {
  readonly row: Row;
  readonly achievementId: string;
}

async function sendBatch(provider: Provider, batch: readonly AddressedRow[], log: OperationLog, submitted: Submitted): Promise<void> {
  const results = await provider.submitBatch(batch.map(({ row: { outcome: { achievement: _, ...outcome } }, achievementId }) => ({ ...outcome, achievementId })));
  batch.forEach(({ row }, index) => {
    const result = results[index];
    if (result?.outcome) {
      log.acknowledge(result.outcome);
      if (result.status === 201) submitted.recorded += 1;
      else submitted.again += 1;
    } else note(submitted, faultOf(row, result));
  });
}

function faultOf(row: Row, result: BatchResult | undefined): RowFault {
  const place = result?.problem?.errors?.[0];
  const column = result?.status === 409 ? '/externalId' : (place?.pointer ?? '');
  return { line: row.line, column: row.columnOf(column), detail: place?.detail ?? result?.problem?.detail ?? 'was not answered' };
}

function note(submitted: Submitted, fault: RowFault): void {
  submitted.wrong += 1;
  if (submitted.faults.length < KEPT_FAULTS) submitted.faults.push({ line: fault.line, column: fault.column, detail: fault.detail });
}
