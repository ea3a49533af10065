import { createHash } from 'node:crypto';
import { publicKeyToJwk, type Json, type JsonObject, type PublicKey, type SigningKeyType } from '@laurel/credentials';
import { didOf, newSigner } from '../../stage/library.js';
import type { Stage } from '../../stage/stage.js';
import { passed, refused, type Asked, type Exhibit, type Verdict } from '../../verdicts/judged.js';
import { exhibit, SIGNED_AT, strangersDocument } from '../forge.js';
import { claimsOf, makeToken, seconds, type Change } from './make-token.js';
import { VCT } from './sd-jwts.js';

const ASKED = { as: 'bound', challenge: 'n-1', domain: 'https://employer.example' } as const;
const invalid = refused('proof', 'invalid-claim');
const signature = refused('proof', 'holder-signature');
const NOBODY: Asked = { as: 'bound' };

/** Wrong in what a holder says who shows an SD-JWT (RFC 9901 section 4.3). */
const MISDEEDS: readonly (readonly [name: string, verdict: Verdict, claims: Change, header?: Change, asked?: Asked])[] = [
  ['a good one', passed('proof'), {}],
  ['a good one that nobody asked for', passed('proof'), {}, {}, NOBODY],
  ['another kind of token', signature, {}, { typ: 'vc+jwt' }],
  ['no kind of token', signature, {}, { typ: undefined }],
  ['something critical', signature, {}, { crit: ['exp'] }],
  ['the digest of something else', refused('proof', 'holder-signed-other'), { sd_hash: 'x' }],
  ['no nonce', invalid, { nonce: undefined }, {}, NOBODY],
  ['no audience', invalid, { aud: undefined }, {}, NOBODY],
  ['no instant', invalid, { iat: undefined }],
  ['a time to come', refused('proof', 'token-not-yet-valid'), { iat: seconds('2026-11-24T12:02:00Z') }],
  ['an end that is over', refused('proof', 'proof-expired'), { exp: seconds(SIGNED_AT) }],
  ['another nonce', refused('proof', 'proof-challenge'), { nonce: 'n-2' }],
  ['another audience', refused('proof', 'proof-domain'), { aud: 'https://other.example' }],
  ['an answer of long ago', refused('proof', 'holder-signed-earlier'), { iat: seconds(SIGNED_AT) }],
];

export async function keyBindings(stage: Stage): Promise<Exhibit[]> {
  const [issuer, holder, thief] = [newSigner('P-256'), newSigner('P-256'), newSigner('P-256')];
  const secured = async (cnf: Json | undefined) => `${await makeToken(claimsOf(strangersDocument(stage, didOf(issuer)), { vct: VCT, cnf }), issuer, { typ: 'dc+sd-jwt' })}~`;
  const bound = await secured({ jwk: publicKeyToJwk(holder.publicKey as PublicKey<SigningKeyType>) as JsonObject });
  const shown = async (token: string, by = holder, claims: Change = {}, header: Change = {}) => {
    const said = { iat: seconds('2026-11-24T11:59:30Z'), aud: ASKED.domain, nonce: ASKED.challenge, sd_hash: createHash('sha256').update(token).digest('base64url'), ...claims };
    return `${token}${await makeToken(JSON.parse(JSON.stringify(said)) as Json, by, { typ: 'kb+jwt', kid: undefined, ...header })}`;
  };
  const of = (name: string, sent: string, verdict: Verdict, asked: Asked = ASKED) => exhibit(`key-binding: ${name}`, sent, verdict, asked);
  return [
    ...(await Promise.all(MISDEEDS.map(async ([name, verdict, claims, header, asked]) => of(name, await shown(bound, holder, claims, header), verdict, asked)))),
    of('by somebody else', await shown(bound, thief), signature),
    of('to nobody', await shown(await secured(undefined)), refused('proof', 'no-holder-key')),
    of('to a word', await shown(await secured('jwk')), refused('proof', 'no-holder-key')),
    of('none where a nonce is asked for', bound, refused('proof', 'holder-not-bound'), { as: 'bound', challenge: ASKED.challenge }),
    of('none where an audience is asked for', bound, refused('proof', 'holder-not-bound'), { as: 'bound', domain: ASKED.domain }),
    of('none where nobody asks', bound, passed('proof'), NOBODY),
  ];
}
