import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createWriteStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { columnOf, TEMPLATE } from './columns.js';
import { checkFile, readOutcomes } from './read-outcomes.js';
import { isFault, UnreadableFile, type ReadRow } from './row.js';

let folder: string;
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'laurel-rows-')); });
afterAll(() => rmSync(folder, { recursive: true }));

const HEADER = 'externalId,email,achievement,achievedOn,hours';

async function read(content: string | Buffer): Promise<ReadRow[]> {
  const file = join(folder, 'outcomes');
  writeFileSync(file, content);
  const rows: ReadRow[] = [];
  for await (const row of readOutcomes(file)) rows.push(row);
  return rows;
}
const idsOf = (rows: ReadRow[]) => rows.map((row) => (isFault(row) ? `${row.line}:${row.column}` : row.outcome.externalId));

describe('a CSV of outcomes', () => {
  it('reads its own template', async () => {
    const rows = await read(TEMPLATE);
    expect(rows.map((row) => (isFault(row) ? row : row.outcome))).toEqual([
      {
        externalId: 'course-2026-001', learner: { email: 'ada.lindqvist@example.org', name: 'Ada Lindqvist' }, achievement: 'arc-welding', achievedOn: '2026-06-12',
        result: { resultType: 'LetterGrade', value: 'B' }, hours: 120, credits: 4,
      },
      {
        externalId: 'course-2026-002', learner: { name: 'Tomasz Wrona', identifiers: [{ type: 'sisSourcedId', value: 'S-20417' }] }, achievement: 'electrical-maintenance',
        achievedOn: '2026-06-19', result: { resultType: 'Percent', value: '87' }, hours: 200, credits: 6,
      },
      {
        externalId: 'workshop-7', learner: { email: 'noor.haddad@example.org', name: 'Haddad, Noor' }, achievement: 'spreadsheets', achievedOn: '2026-09-30', hours: 24,
        evidence: [{ name: 'Household budget', url: 'https://example.org/portfolio/noor' }],
      },
    ]);
  });

  it.each([
    ['a byte order mark and CRLF', `\ufeff${HEADER}\r\na,b@example.org,x,2026-01-01,\r\n`, ['a']],
    ['semicolons', `${HEADER.replaceAll(',', ';')}\na;b@example.org;x;2026-01-01;\n`, ['a']],
    ['empty lines and no last line feed', `${HEADER}\n\na,b,x,d,\n\n\nb,b,x,d,`, ['a', 'b']],
    ['a field over two lines', `${HEADER}\n"a\nb",m,x,d,\nc,m,x,d,\n`, ['a\nb', 'c']],
    ['a quote that is never closed', `${HEADER}\na,"m,x,d,\nb,m,x,d,\nc,m,x,d,\n`, ['2:row', 'b', 'c']],
    ['a quote that another row closes', `${HEADER}\na,"m,x,d,\nb,m,x,d,\nc,m,"x",d,\n`, ['2:email', 'b', 'c']],
    ['a quote in the middle', `${HEADER}\na,m"m,x,d,\nb,"m"m,x,d,\nc,m,x,d,\n`, ['2:email', '3:email', 'c']],
    ['too few and too many fields', `${HEADER}\na,m,x\nb,m,x,d,,,\nc,m,x,d,\n`, ['2:achievedOn', '3:row', 'c']],
    ['what is no number', `${HEADER}\na,m,x,d,ten\nb,m,x,d,1e9\nc,m,x,d,2.5\n`, ['2:hours', '3:hours', 'c']],
    ['what is needed and empty', `${HEADER}\n,m,x,d,\nb,m,,d,\nc,m,x,,\nd,m,x,d,\n`, ['2:externalId', '3:achievement', '4:achievedOn', 'd']],
    ['a line that is too long', `${HEADER}\n${'x'.repeat(200_000)},m,x,d,\nb,m,x,d,\n`, ['2:row', 'b']],
  ])('%s', async (_, content, ids) => {
    expect(idsOf(await read(content))).toEqual(ids);
  });

  it('reports a line that is Latin-1 and goes on', async () => {
    const latin1 = Buffer.from(`${HEADER}\na,jos\xe9@example.org,x,d,\nb,m,x,d,\n`, 'latin1');
    expect(await read(latin1)).toEqual([{ line: 2, column: 'row', detail: 'not UTF-8' }, expect.objectContaining({ line: 3 })]);
  });

  it.each([
    ['externalId,mail,achievement,achievedOn', 'unknown column "mail"'],
    ['externalId,email,achievement', 'column "achievedOn" is missing'],
    ['externalId,externalId,achievement,achievedOn', 'stands twice'],
    ['', 'is empty'],
    ['{', 'one whole object a line'],
    ['[{"externalId":"a"}]', 'one whole object a line'],
  ])('refuses the header "%s" at once', async (header, message) => {
    const file = join(folder, 'header');
    writeFileSync(file, header && `${header}\n1,2,3,4\n`);
    await expect(checkFile(file)).rejects.toThrow(message);
    await expect(checkFile(file)).rejects.toThrow(UnreadableFile);
    await expect(checkFile(join(folder, 'nowhere'))).rejects.toThrow(UnreadableFile);
  });

  it('streams a file that is larger than what it keeps', async () => {
    const file = join(folder, 'large');
    const out = createWriteStream(file);
    out.write(`${HEADER}\n`);
    const block = `${'a,b@example.org,x,2026-01-01,\n'.repeat(1_000)}`;
    for (let index = 0; index < 20; index += 1) if (!out.write(block)) await once(out, 'drain');
    out.end();
    await once(out, 'finish');
    let count = 0;
    for await (const row of readOutcomes(file)) count += isFault(row) ? 0 : 1;
    expect(count).toBe(20_000);
  });
});

describe('an NDJSON of outcomes', () => {
  it('takes the API\'s own shape, and reports what is no JSON object by its line', async () => {
    const good = { externalId: 'a', learner: { email: 'a@example.org' }, achievement: 'spreadsheets', achievedOn: '2026-01-01' };
    const rows = await read(`${JSON.stringify(good)}\n\n{"externalId": \n[]\n{"externalId":"c"}\n${JSON.stringify({ ...good, externalId: 'd' })}`);
    expect(idsOf(rows)).toEqual(['a', '3:row', '4:row', '5:achievement', 'd']);
    expect(rows[0]).toMatchObject({ outcome: good });
    expect(rows.flatMap((row) => (isFault(row) ? [] : [row.columnOf('/learner/email'), row.columnOf('/achievementId')])).slice(0, 2)).toEqual(['learner.email', 'achievement']);
  });
});

it.each([['/learner/email', 'email'], ['/learner', 'email'], ['/learner/identifiers/0/type', 'identifierType'], ['/result', 'resultType'], ['', 'row'], ['/tags', 'tags']])(
  'the pointer %s speaks of column %s', (pointer, column) => expect(columnOf(pointer)).toBe(column),
);
