import { describe, expect, it } from '@jest/globals';
import { languageFor } from './negotiate.js';

describe('the language of an answer', () => {
  it.each<[string | undefined, string]>([
    [undefined, 'en'], ['', 'en'], ['*', 'en'], ['fr', 'fr'], ['FR', 'fr'], ['fr-CH', 'fr'], ['fr-Latn-CA, en;q=0.9', 'fr'], ['en-GB,en;q=0.9,fr;q=0.8', 'en'],
    ['de, fr;q=0.5', 'fr'], ['de', 'en'], ['de, *;q=0.1', 'en'], ['en;q=0.2, fr;q=0.8', 'fr'], ['fr;q=0.8, en;q=0.8', 'fr'], ['fr ; q=0.7 , en ; q=0.6', 'fr'],
    ['en;q=0', 'fr'], ['en;q=0, *', 'fr'], ['fr;q=0, *', 'en'], ['en;q=0, fr;q=0', 'en'], ['fro', 'en'], ['fr;q=2', 'en'], ['fr;q=x, fr_FR', 'en'], [`${'de,'.repeat(60)}fr`, 'en'], [';;,,q=', 'en'],
  ])('asked for as %j is %s', (header, tag) => expect(languageFor(header).tag).toBe(tag));
});
