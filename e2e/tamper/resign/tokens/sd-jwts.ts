import { createHash } from 'node:crypto';
import type { Json } from '@laurel/credentials';
import { didOf, newSigner } from '../../stage/library.js';
import type { Stage } from '../../stage/stage.js';
import { accepted, refused, unreadable, type Exhibit, type Verdict } from '../../verdicts/judged.js';
import { exhibit, strangersDocument } from '../forge.js';
import { claimsOf, makeToken, type Change } from './make-token.js';

export const VCT = 'https://laurel.example/v1/credential-types/achievement-credential';

const disclosure = (...parts: readonly Json[]): string => Buffer.from(JSON.stringify(parts)).toString('base64url');
const digest = (text: string): string => createHash('sha256').update(text).digest('base64url');

const name = disclosure('salt', 'awardedDate', '2026-11-20T00:00:00Z');
const item = disclosure('salt', { type: ['Evidence'] });
const below = (depth: number, last: Json): Json => (depth === 0 ? last : { description: below(depth - 1, last) });
const inner = disclosure('salt', 'description', below(40, 'deep'));
const outer = disclosure('salt', 'note', below(40, { _sd: [digest(inner)] }));
const invalid = refused('proof', 'invalid-claim');
const reserved = refused('proof', 'reserved-claim');
const misplaced = refused('proof', 'invalid-disclosure');

/** Signed by a stranger, each wrong in one claim, or in one disclosure. */
const MISDEEDS: readonly (readonly [name: string, verdict: Verdict, claims: Change, disclosures?: readonly string[], header?: Change])[] = [
  ['another kind of token', refused('proof', 'wrong-token-type'), {}, [], { typ: 'vc+jwt' }],
  ['another content', refused('proof', 'wrong-token-type'), {}, [], { cty: 'text' }],
  ['no type', invalid, { vct: undefined }],
  ['an empty type', invalid, { vct: '' }],
  ['a number as type', invalid, { vct: 7 }],
  ['a status in no form', invalid, { status: { status_list: { idx: -1, uri: 'x' } } }],
  ['the id otherwise', refused('proof', 'conflicting-claim'), { jti: 'urn:x:other' }],
  ['another digest', refused('proof', 'unsupported-digest'), { _sd_alg: 'sha-512' }],
  ['a claim with dots for its name', reserved, { awarded: { '...': 7 } }],
  ['an algorithm below', reserved, { awarded: { _sd_alg: 'sha-256' } }],
  ['digests that are none', invalid, { _sd: 'text' }],
  ['a number among the digests', invalid, { _sd: [7] }],
  ['an item in the place of a claim', misplaced, { _sd: [digest(item)] }, [item]],
  ['a claim in the place of an item', misplaced, { evidence: [{ '...': digest(name) }] }, [name]],
  ['a disclosed claim with a name of its own', reserved, { _sd: [digest(disclosure('salt', '_sd', []))] }, [disclosure('salt', '_sd', [])]],
  ['a claim over another', refused('proof', 'claim-there-already'), { awardedDate: '2020-01-01T00:00:00Z', _sd: [digest(name)] }, [name]],
  ['a digest twice', refused('proof', 'repeated-digest'), { _sd: [digest(name), digest(name)] }, [name]],
  ['a disclosure that nobody signed', refused('proof', 'unsigned-disclosure'), {}, [name]],
  ['a subject to be kept back that may not', refused('proof', 'claim-not-disclosable'), { status: undefined, exp: undefined, _sd: [digest(disclosure('salt', 'exp', 1_795_600_000))] }, [disclosure('salt', 'exp', 1_795_600_000)]],
  ['more levels than are read', unreadable('levels'), { _sd: [digest(outer)] }, [outer, inner]],
  ['a disclosure that is no list', unreadable('begins with a salt'), {}, [Buffer.from('{}').toString('base64url')]],
  ['a disclosure without salt', unreadable('begins with a salt'), {}, [disclosure(7, 'awardedDate', 'x')]],
  ['a disclosure of four', unreadable('neither salt'), {}, [disclosure('salt', 'a', 'b', 'c')]],
  ['a disclosure of one', unreadable('neither salt'), {}, [disclosure('salt')]],
  ['a disclosure whose name is none', unreadable('neither salt'), {}, [disclosure('salt', 7, 'b')]],
  ['an empty disclosure', unreadable('begins with a salt'), {}, ['']],
  ['a disclosure in another spelling', unreadable('begins with a salt'), { _sd: [digest(`${name}=`)] }, [`${name}=`]],
];

/** Disclosures of which each holds the one before. */
function chain(length: number): string[] {
  const links: string[] = [];
  for (let at = 0; at < length; at += 1) links.push(disclosure('salt', 'note', at === 0 ? 'deep' : { _sd: [digest(links[at - 1] ?? '')] }));
  return links;
}

export async function sdJwts(stage: Stage): Promise<Exhibit[]> {
  const signer = newSigner('P-256');
  const document = strangersDocument(stage, didOf(signer));
  const { credentialSubject: _, ...short } = claimsOf({ ...document, awardedDate: '' }, { awardedDate: undefined });
  const make = async (claims: Change, disclosures: readonly string[] = [], header: Change = {}) =>
    [await makeToken(JSON.parse(JSON.stringify({ ...short, credentialSubject: document.credentialSubject, vct: VCT, ...claims })) as Json, signer, { typ: 'dc+sd-jwt', ...header }), ...disclosures, ''].join('~');
  const of = (what: string, sent: string, verdict: Verdict) => exhibit(`sd-jwt: ${what}`, sent, verdict);
  const nested = chain(9_000);
  const many = Array.from({ length: 10_000 }, () => name);
  return [
    of('a good one', await make({ _sd: [digest(name)] }, [name]), accepted),
    ...(await Promise.all(MISDEEDS.map(async ([what, verdict, claims, disclosures, header]) => of(what, await make(claims, disclosures, header), verdict)))),
    of('more than anybody reads', `${await make({})}${'A'.repeat(2 * 1024 * 1024)}~`, unreadable('more than')),
    of('disclosures within disclosures without end', await make({ _sd: [digest(nested.at(-1) ?? '')] }, nested), unreadable('levels')),
    of('more disclosures than are read', await make({}, many), unreadable('too many disclosures')),
    of('more members than are read', await make({ _sd: [digest(disclosure('salt', 'x', Array(9_990).fill(0)))], evidence: Array(20).fill({ id: 'urn:x:1' }) as Json }, [disclosure('salt', 'x', Array(9_990).fill(0))]), unreadable('levels')),
  ];
}
