import { CREDENTIALS_V2, type Json, type JsonObject } from '@laurel/credentials';
import { envelop } from '@laurel/credentials/signing';
import { didOf, newSigner } from '../../stage/library.js';
import type { Stage } from '../../stage/stage.js';
import { accepted, refused, type Exhibit, type Verdict } from '../../verdicts/judged.js';
import { exhibit, forge, strangersDocument } from '../forge.js';
import { makeToken, seconds, type Change } from '../tokens/make-token.js';

const ASKED = { as: 'presentation', challenge: 'c-1', domain: 'https://employer.example' } as const;

const MISDEEDS: readonly (readonly [name: string, verdict: Verdict, claims: Change, header?: Change])[] = [
  ['a good one', accepted, {}],
  ['another nonce', refused('proof', 'proof-challenge'), { nonce: 'c-2' }],
  ['no nonce', refused('proof', 'proof-challenge'), { nonce: undefined }],
  ['another audience', refused('proof', 'proof-domain'), { aud: 'https://other.example' }],
  ['no kind of token', refused('proof', 'wrong-token-type'), {}, { typ: undefined }],
  ['another holder', refused('proof', 'conflicting-claim'), { iss: 'did:example:other' }],
  ['an end that is over', refused('proof', 'proof-expired'), { exp: seconds('2026-11-24T11:00:00Z') }],
];

/** Presentations as tokens, wrong in what the token says. */
export async function presentationTokens(stage: Stage): Promise<Exhibit[]> {
  const [issuer, holder] = [newSigner('Ed25519'), newSigner('P-256')];
  const document = strangersDocument(stage, didOf(issuer));
  const did = didOf(holder);
  const shown = (credential: Json): JsonObject => ({
    '@context': [CREDENTIALS_V2], type: ['VerifiablePresentation'], holder: did, verifiableCredential: [credential],
    iss: did, nonce: ASKED.challenge, aud: ASKED.domain, iat: seconds('2026-11-24T11:59:30Z'),
  });
  const credential = await forge(document, issuer);
  const make = (claims: JsonObject, header: Change = {}) => makeToken(JSON.parse(JSON.stringify(claims)) as JsonObject, holder, { typ: 'vp+jwt', ...header });
  const of = (name: string, sent: Exhibit['sent'], verdict: Verdict) => exhibit(`vp-jwt: ${name}`, sent, verdict, ASKED);
  return [
    ...(await Promise.all(MISDEEDS.map(async ([name, verdict, claims, header]) => of(name, await make({ ...shown(credential), ...claims } as JsonObject, header), verdict)))),
    of('in an envelope', envelop({ mediaType: 'vp+jwt', text: await make(shown(credential)) }), accepted),
    of('of an unsigned credential', await make(shown(document)), refused('proof', 'unsecured-credential')),
    of('of an unsigned credential, and no kind of token', await make(shown(document), { typ: undefined }), refused('proof', 'wrong-token-type')),
    of('of a text', await make(shown('text')), refused('proof', 'unsecured-credential')),
    of('without digests', `${await make(shown(credential), { typ: 'vp+sd-jwt' })}~`, accepted),
    of('without digests, of an unsigned credential', `${await make(shown(document), { typ: 'vp+sd-jwt' })}~`, refused('proof', 'unsecured-credential')),
  ];
}
