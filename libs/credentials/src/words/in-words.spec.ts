import { describe, expect, it } from '@jest/globals';
import { inWords } from './in-words.js';
import type { Language } from './language.js';
import { ENGLISH, LANGUAGES } from './languages.js';
import type { Message } from './message.js';
import { oneLine } from './one-line.js';

const of = (tag: string): Language => LANGUAGES.find((language) => language.tag === tag) ?? ENGLISH;

describe('a message in words', () => {
  it.each<[string, Message, string, string]>([
    ['a day', { code: 'expired', params: { until: '2026-11-01T09:30:00Z' } }, 'it expired on 1 November 2026', 'elle a expiré le 1er novembre 2026'],
    ['a time', { code: 'not-yet-valid', params: { from: '2026-11-24T09:30:00+01:00' } }, 'it is valid from 24 November 2026 at 08:30 UTC only', 'elle n’est valable qu’à partir du 24 novembre 2026 à 08:30 UTC'],
    ['no day at all', { code: 'expired', params: { until: 'some\u202e day' } }, 'it expired on some day', 'elle a expiré le some day'],
    ['a number', { code: 'fetch-too-large', params: { host: 'a.example', most: 1_048_576 } }, 'the answer of a.example is larger than 1,048,576 bytes', 'la réponse de a.example dépasse 1\u202f048\u202f576 octets'],
    ['a number that names something', { code: 'fetch-refused-port', params: { port: 8443 } }, 'only port 443 is fetched from, not 8443', 'on n’accède qu’au port 443, et non au port 8443'],
    ['a message', { code: 'revoked', params: { change: { code: 'change-with-reason', params: { by: 'A', at: '2026-11-24', reason: { code: 'withdrawn-by-provider' } } } } }, 'revoked by A on 24 November 2026 (withdrawn by the provider)', 'révoquée par A le 24 novembre 2026 (retirée par l’organisme)'],
    ['a list', { code: 'scope-forms', params: { forms: [{ code: 'formal-learning' }, { code: 'informal-learning' }, 'x'] } }, 'formal learning, informal learning and x', 'apprentissage formel, apprentissage informel et x'],
    ['a row', { code: 'recognised-scope', params: { limits: ['a', 'b', 'c'] } }, 'a, b, c', 'a, b, c'],
    ['a beginning', { code: 'sentence-trouble', params: { trouble: { code: 'is-expired', params: { until: '2026-11-24' } }, claim: 'x' } }, 'Expired on 24 November 2026; x.', 'Expirée le 24 novembre 2026\u202f; x.'],
    ['what is not told', { code: 'who', params: {} }, '', ''],
    ['what looks like a parameter', { code: 'who', params: { issuer: '{issuer} {claim}' } }, '{issuer} {claim}', '{issuer} {claim}'],
  ])('says %s', (_, message, english, french) => {
    expect([inWords(message), inWords(message, of('fr'))]).toEqual([english, french]);
  });

  it('puts what strangers wrote on one line, cut, and turned nowhere', () => {
    const evil = `a\n\tb\u2028c\u202ed\u2066e\u0000f ${'x'.repeat(500)}`;
    expect(inWords({ code: 'who', params: { issuer: evil } })).toMatch(/^a b cde f x{180,200}$/);
    expect(oneLine(`${'x'.repeat(199)}\u{1f600}`)).toBe('x'.repeat(199));
  });
});
