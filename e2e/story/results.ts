import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Anyone } from '../client/anyone.js';
import type { CredentialRow } from '../client/answers.js';
import type { Fetched } from '../client/learner.js';
import type { Mailbox } from '../system/mailbox.js';
import type { Document, Figures } from './figures.js';
import type { StepTime } from './narrator.js';
import type { Kill } from './steps/outcomes/survive-kill.js';
import type { Submitted } from './submit-rows.js';

/** `report.json` of `npm run demo -- --out DIR`. Durations ending in Ms are milliseconds. */
export interface Report {
  readonly seed: number;
  readonly mode: string;
  readonly node: string;
  readonly startedAt: string;
  readonly seconds: number;
  readonly readyAfterMs: number;
  readonly kill: Kill;
  readonly figures: Figures;
  readonly steps: readonly StepTime[];
  /** Of a person's own file: what became of its rows. */
  readonly file?: Submitted;
  readonly withdrawnOutcomeId: string;
  readonly credentials: readonly Pick<CredentialRow, 'id' | 'outcomeId' | 'status'>[];
  readonly refusals: readonly { readonly externalId: string; readonly code: string; readonly detail: string }[];
}

/** Makes the folders, empty, before anything is told, so that a wrong DIR is seen at once. */
export function prepareFolder(out: string): void {
  for (const part of ['credentials', 'formats', 'status-lists', 'mail']) {
    rmSync(join(out, part), { recursive: true, force: true });
    mkdirSync(join(out, part), { recursive: true });
  }
}

/** The file names' ends of what is not JSON. */
const EXTENSIONS: Readonly<Record<string, string>> = { 'application/vc+jwt': 'jwt', 'application/dc+sd-jwt': 'sd-jwt', 'image/png': 'png', 'image/svg+xml': 'svg' };

/** One credential in one of its formats. */
export function writeFormat(out: string, format: string, { mediaType, bytes }: Fetched): void {
  writeFileSync(join(out, 'formats', `${format}.${EXTENSIONS[mediaType] ?? 'json'}`), bytes);
}

/** Every credential and every status list that one of them names, as a document of its own (api.md "Running"). */
export async function writeDocuments(out: string, anyone: Anyone, documents: ReadonlyMap<string, Document>): Promise<void> {
  const lists = new Set<string>();
  for (const [id, { credential, text }] of documents) {
    writeFileSync(join(out, 'credentials', `${id}.json`), text);
    for (const { statusListCredential } of credential.credentialStatus) lists.add(new URL(statusListCredential).pathname.split('/').at(-1) ?? '');
  }
  for (const id of lists) writeFileSync(join(out, 'status-lists', `${id}.json`), await anyone.statusList(id));
}

/** The mails as they came, and the report. */
export function writeReport(out: string, mailbox: Mailbox, report: Report): void {
  mailbox.writeTo(join(out, 'mail'));
  writeFileSync(join(out, 'report.json'), `${JSON.stringify(report, null, 2)}\n`);
}
