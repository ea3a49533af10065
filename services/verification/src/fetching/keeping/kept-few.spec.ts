import { expect, it } from '@jest/globals';
import { KeptFew } from './kept-few.js';

it('finds each out once while there is room, and forgets what was asked for longest ago', async () => {
  const kept = new KeptFew<string>(2);
  const found: string[] = [];
  const find = (key: string) => kept.get(key, () => Promise.resolve(found.push(key)).then(() => key));
  expect(await Promise.all([find('a'), find('a'), find('b'), find('a'), find('c'), find('a'), find('b')])).toEqual(['a', 'a', 'b', 'a', 'c', 'a', 'b']);
  expect(found).toEqual(['a', 'b', 'c', 'b']);
});
