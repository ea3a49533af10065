import { expect, it } from '@jest/globals';
import { parseUrl } from './parse-url.js';

it('reads letters of Latin-1, also when it is asked often', () => {
  const hosts = new Set(Array.from({ length: 50_000 }, () => parseUrl('https://bücher.example/')?.host));
  expect([...hosts]).toEqual(['xn--bcher-kva.example']);
});

it.each(['', '//example.org', 'https://', 'not a url'])('finds none in %j', (text) => expect(parseUrl(text)).toBeUndefined());
