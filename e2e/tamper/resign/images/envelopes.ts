import type { JsonObject } from '@laurel/credentials';
import { envelop } from '@laurel/credentials/signing';
import { accepted, unreadable, type Exhibit } from '../../verdicts/judged.js';
import { exhibit } from '../forge.js';

const WORDS = 'an envelope has the base context';

/** Envelopes around a good token, each broken in one way. */
export function envelopes(token: string, former: string): Exhibit[] {
  const good = envelop({ mediaType: 'vc+jwt', text: token });
  const cases: readonly (readonly [name: string, change: JsonObject])[] = [
    ['without an id', { id: 7 }],
    ['under another context', { '@context': ['https://www.w3.org/2018/credentials/v1'] }],
    ['of another media type', { id: `data:application/jose,${token}` }],
    ['of nothing', { id: 'data:application/vc+jwt,' }],
    ['in base64', { id: `data:application/vc+jwt;base64,${token}` }],
    ['that is one of a presentation', { type: 'EnvelopedVerifiablePresentation' }],
  ];
  const asked = { as: 'proof-only' } as const;
  const formerly = { ...good, id: `data:application/jwt,${former}` };
  return [
    exhibit('envelope: a good one', good, accepted),
    ...cases.map(([name, change]) => exhibit(`envelope: ${name}`, { ...good, ...change }, unreadable(WORDS))),
    exhibit('envelope: around a token of the data model 1.1', formerly, unreadable(WORDS)),
    exhibit('envelope: around a token of the data model 1.1, where only the proof is asked', formerly, accepted, asked),
    exhibit('envelope: around a token of the data model 1.1, under another context', { ...formerly, '@context': ['https://example.org/'] }, unreadable(WORDS), asked),
    exhibit('envelope: around a token of the data model 1.1, in base64', { ...formerly, id: `data:application/jwt;base64,${former}` }, unreadable(WORDS), asked),
  ];
}
