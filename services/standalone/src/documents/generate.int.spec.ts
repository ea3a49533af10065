import { expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateDocuments } from './generate.js';

const root = join(import.meta.dirname, '../../../..');

it('the generated documents in the repository are current (npm run docs)', async () => {
  const stale = [...(await generateDocuments())].filter(([path, content]) => !existsSync(join(root, path)) || readFileSync(join(root, path), 'utf8') !== content).map(([path]) => path);
  expect(stale).toEqual([]);
}, 60_000);
