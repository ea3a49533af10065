import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { SampleService } from '@laurel/testing';
import { columnsOf, insertRows, rowsFrom, type RowOf } from './insert-rows.js';

const COLUMNS = { id: 'uuid', number: 'int', small: 'smallint', large: 'bigint', at: 'timestamptz', name: 'text', document: 'json' } as const;
const ids = ['01a20d60-449e-76f5-806e-a69e827b9dc7', '01a20d60-449e-76f5-806e-a69e827b9dc8', '01a20d60-449e-76f5-806e-a69e827b9dc9'] as const;
let service: SampleService;

beforeAll(async () => {
  service = await SampleService.open('sample', []);
});
afterAll(() => service.database.close());

const readBack = (rows: readonly RowOf<typeof COLUMNS>[]): Promise<unknown[]> =>
  service.database.pipelines.query(`select ${Object.keys(COLUMNS).join(', ')} from ${rowsFrom(COLUMNS)} order by nth`, columnsOf(COLUMNS, rows));

it('keeps every value, whatever its text contains', async () => {
  const texts = ['plain', ' "quoted", \\ {braced} ', 'a\u001eb\n\tc'];
  const rows = texts.map((text, at) => ({
    id: ids[at] ?? '', number: 1 - at, small: at, large: 2 ** 40 + at, at: '2026-11-24T09:00:00.123Z', name: `${text} ß 学 😀`, document: JSON.stringify({ text: `${text}\u001e`, empty: '' }),
  }));
  expect(await readBack(rows)).toEqual(rows.map((row) => ({ ...row, large: String(row.large), at: new Date(row.at) })));
});

it('keeps empty text, and makes nothing of nothing', async () => {
  const row = { id: ids[0], number: 1, small: 1, large: 1, at: '2026-11-24T09:00:00.000Z', name: '', document: '{}' };
  expect(await readBack([row])).toMatchObject([{ name: '', document: '{}' }]);
  expect(await readBack([])).toEqual([]);
});

it('keeps a null in a column of JSON, and refuses what is no JSON there', async () => {
  const row = { id: ids[0], number: 1, small: 1, large: 1, at: '2026-11-24T09:00:00.000Z', name: 'a', document: null };
  expect(await readBack([row])).toMatchObject([{ document: null }]);
  expect(await readBack([row, { ...row, document: '1' }, row])).toMatchObject([{ document: null }, { document: '1' }, { document: null }]);
  expect(() => columnsOf(COLUMNS, [{ ...row, document: 'a\u001eb' }])).toThrow('no json');
});

it('inserts by one statement, and gives back what is asked for', async () => {
  const columns = { subject: 'text', number: 'int' } as const;
  const rows = [{ subject: 'one', number: 1 }, { subject: 'two', number: 2 }];
  const returned = await service.database.asPipeline((tx) => insertRows(tx, 'effect', columns, rows, 'returning subject'));
  expect(returned).toEqual([{ subject: 'one' }, { subject: 'two' }]);
  expect(await service.effects()).toEqual(rows);
});
