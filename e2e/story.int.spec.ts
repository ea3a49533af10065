import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { verifyCredential } from '@digitalcredentials/verifier-core';
import { CredentialFormat, deriveProof, type JsonObject } from '@laurel/credentials';
import { digitalBazaar, jose } from '@laurel/credentials/foreign';
import { whyNoKafka } from '@laurel/infra';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TEMPLATE } from './outcomes-file/columns.js';
import { Narrator } from './story/narrator.js';
import type { StoryOptions } from './story/play.js';
import type { Report } from './story/results.js';
import { tellStory } from './story/tell-story.js';

jest.setTimeout(300_000);

let folder: string;
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'laurel-story-out-')); });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const tell = (options: StoryOptions): Promise<Report> => tellStory(options, new Narrator(() => undefined));
const filesIn = (part: string) => readdirSync(join(folder, part));

function expectTheWholeStory({ figures, kill, steps }: Report): void {
  expect(figures).toMatchObject({ lost: 0, doubled: 0, violations: [], withdrawn: 1, refused: { 'unknown-achievement': 1, 'not-accredited': 1, 'accreditation-lapsed': 1 } });
  expect(figures.acknowledged).toBeGreaterThanOrEqual(600);
  expect(figures.issued).toBeGreaterThanOrEqual(600);
  expect(kill.acknowledgedBefore).toBeGreaterThan(200);
  expect(kill.thereAfter).toBe(kill.acknowledgedBefore);
  expect(steps.length).toBeGreaterThanOrEqual(12);
}

/** How many of the credentials a foreign verifier is asked about: a hundred a minute is about what it makes. */
const JUDGED = 12;

/** The files as they lie there, judged by @digitalcredentials/verifier-core; its network is the folder of status lists. */
async function expectForeignJudgement({ credentials, withdrawnOutcomeId }: Report): Promise<void> {
  jest.spyOn(console, 'log').mockImplementation(() => undefined);
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  jest.spyOn(globalThis, 'fetch').mockImplementation(async (request) => {
    const list = filesIn('status-lists').find((file) => (request instanceof Request ? request.url : String(request)).endsWith(`/v1/status-lists/${file.replace('.json', '')}`));
    return list ? new Response(readFileSync(join(folder, 'status-lists', list)), { headers: { 'content-type': 'application/json' } }) : Response.json({}, { status: 404 });
  });
  const withdrawn = credentials.filter(({ outcomeId }) => outcomeId === withdrawnOutcomeId);
  const standing = credentials.filter(({ outcomeId }) => outcomeId !== withdrawnOutcomeId);
  const sample = standing.filter((_, index) => index % Math.ceil(standing.length / JUDGED) === 0);
  try {
    for (const { id } of sample) expect([id, await foreignJudgement(id)]).toEqual([id, expect.objectContaining({ valid_signature: true, expiration: true, revocation_status: true })]);
    for (const { id } of withdrawn) expect([id, await foreignJudgement(id)]).toEqual([id, expect.objectContaining({ valid_signature: true, revocation_status: false })]);
    expect([sample.length, withdrawn.length]).toEqual([JUDGED, 1]);
  } finally {
    jest.restoreAllMocks();
  }
}

/** The one credential that is there in every format, judged by whom knows the format; of a base proof all is shown. */
async function expectEveryFormatTaken(): Promise<void> {
  const files = new Map(filesIn('formats').map((file) => [file.replace(/\.[^.]*$/, ''), readFileSync(join(folder, 'formats', file), 'utf8')]));
  expect([...files.keys()].sort()).toEqual([...CredentialFormat.options].sort());
  for (const judge of [digitalBazaar, jose]) {
    for (const format of judge.formats) {
      const text = files.get(format) ?? '';
      const given = text.startsWith('{') ? (JSON.parse(text) as JsonObject) : text;
      const sent = format === 'ecdsa-sd-2023' && typeof given === 'object' ? await deriveProof(given, { selectivePointers: ['/credentialSubject'] }) : given;
      expect([judge.name, format, await judge.accepts(format, sent, new Date())]).toEqual([judge.name, format, true]);
    }
  }
}

async function foreignJudgement(id: string): Promise<Record<string, boolean | undefined>> {
  const credential = JSON.parse(readFileSync(join(folder, 'credentials', `${id}.json`), 'utf8'));
  const { log } = await verifyCredential({ credential, knownDIDRegistries: [] });
  return Object.fromEntries((log ?? []).map((step) => [step.id, step.valid]));
}

describe('the story, in one process', () => {
  it('holds, and writes out what it made', async () => {
    const report = await tell({ mode: 'in-process', seed: 2, out: folder });
    expectTheWholeStory(report);
    expect(report.kill.processes.sort()).toEqual(['postgres', 'standalone']);
    expect(filesIn('credentials').sort()).toEqual(report.credentials.map(({ id }) => `${id}.json`).sort());
    expect(filesIn('status-lists').length).toBeGreaterThanOrEqual(6);
    expect(filesIn('mail').length).toBeGreaterThan(10);
    expect(JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'))).toMatchObject({ figures: report.figures });
    await expectForeignJudgement(report);
    await expectEveryFormatTaken();
  });

  it('holds with a file of one\'s own: good rows once, wrong ones by line and column', async () => {
    const file = join(folder, 'own.csv');
    const again = TEMPLATE.trimEnd().split('\n').at(-1) ?? '';
    writeFileSync(file, `${TEMPLATE}${again}\nx-1,not-an-address,,,,,spreadsheets,2026-01-05,,,,,,\nx-2,a@example.org,,,,,alchemy,2026-01-05,,,,,,\nx-3,a@example.org\n`);
    const { file: own, figures } = await tell({ mode: 'in-process', seed: 3, outcomes: file });
    expect(own).toMatchObject({ rows: 7, recorded: 3, again: 1, wrong: 3 });
    expect(own?.faults.map(({ line, column }) => [line, column])).toEqual([[6, 'email'], [7, 'achievement'], [8, 'name']]);
    expect(figures).toMatchObject({ lost: 0, doubled: 0, violations: [] });
  });
});

(whyNoKafka() === undefined ? describe : describe.skip)('the story, a process a service over Kafka', () => {
  it('holds as well', async () => {
    const report = await tell({ mode: 'distributed', seed: 4 });
    expectTheWholeStory(report);
    expect(report.kill.processes).toEqual(expect.arrayContaining(['supervisor', 'gateway', 'learner-records', 'credential-issuance', 'postgres']));
  });
});
