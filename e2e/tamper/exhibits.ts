import type { Random } from '../story/cast/random.js';
import type { Json, JsonObject } from '@laurel/credentials';
import { alterContexts, alterValues, injectMembers, nameOf, type Alteration } from './alter/alter-values.js';
import { alterJws, alterSdJwt, type AlteredToken } from './alter/compact-tokens.js';
import { isObject } from './alter/paths.js';
import { rebracket, respell } from './alter/spellings.js';
import { accepted, refused, unreadable, type Exhibit, type Verdict } from './verdicts/judged.js';
import { isOverRdf, type Sample } from './samples.js';

/** How often each sample is spelled anew. */
const SPELLINGS = 16;

/** Found before any signature is looked at; the proof is then called unreadable beside it. */
const UNREADABLE: readonly Verdict[] = [refused('proof', 'unreadable')];
/** A document that is not the one that was signed. */
const CHANGED: readonly Verdict[] = [refused('proof', 'invalid-signature', 'not-canonicalizable', 'disclosure-mismatch'), ...UNREADABLE];

/** What an alteration must be refused for, by where it is. */
function verdictsOn({ path: [member, inner], how }: Alteration): readonly Verdict[] {
  if (member === undefined && how === 'type') return [unreadable()];
  if (member === 'type') return [...CHANGED, unreadable()];
  // A proof that repeats the contexts of its document tells first that they differ.
  if (member === '@context') return [...CHANGED, refused('proof', 'proof-context')];
  if (member !== 'proof') return CHANGED;
  const at = typeof inner === 'number' ? undefined : inner;
  if (at === undefined || how === 'renamed') return [refused('proof')];
  return PROOF_MEMBERS[at] ?? CHANGED;
}

const PROOF_MEMBERS: Readonly<Record<string, readonly Verdict[]>> = {
  type: [refused('proof', 'invalid-proof')],
  cryptosuite: [refused('proof', 'unsupported-cryptosuite', 'invalid-proof')],
  proofPurpose: [refused('proof', 'wrong-proof-purpose', 'invalid-proof')],
  verificationMethod: [refused('proof', 'unknown-key', 'unreadable-key', 'invalid-verification-method', 'unsupported-did-method', 'invalid-proof', 'invalid-did', 'did-unavailable')],
  proofValue: [refused('proof', 'invalid-proof-value', 'invalid-signature', 'invalid-proof')],
  created: [refused('proof', 'invalid-signature', 'invalid-proof')],
  '@context': [refused('proof', 'proof-context', 'unreadable', 'invalid-signature')],
};

const exhibit = ({ format }: Sample, how: string, sent: Exhibit['sent'], verdicts: readonly Verdict[]): Exhibit => ({ name: `${format}: ${how}`, sent, verdicts });

/** Everything that is done to a sample whose signature nobody makes again. */
export function* alteredOf(sample: Sample, chance: Random): Generator<Exhibit> {
  const { sent, wrap } = sample;
  if (typeof sent === 'string') {
    for (const { how, token } of tokensOf(sent, chance)) yield exhibit(sample, how, token, TOKEN_CHANGED);
    return;
  }
  for (const alteration of [...alterValues(sent, chance), ...injectMembers(sent), ...alterContexts(sent)]) {
    // An image carries documents only.
    if (isObject(alteration.document) || wrap(sent) === sent) yield exhibit(sample, nameOf(alteration), wrap(alteration.document), verdictsOn(alteration));
  }
  for (const text of twice(sent)) yield exhibit(sample, `a member twice ${text.slice(0, 40)}`, { rawJson: text }, [unreadable()]);
}

/** What a token says is not read before its signature is, or it is none. */
const TOKEN_CHANGED: readonly Verdict[] = [refused('proof'), refused('structure'), unreadable()];

const tokensOf = (token: string, chance: Random): Iterable<AlteredToken> => (token.includes('~') ? alterSdJwt(token, chance) : alterJws(token, chance));

/** The text of a document in which one member stands twice, each in turn at the top. */
function* twice(document: JsonObject): Generator<string> {
  for (const [member, value] of Object.entries<Json>(document)) yield JSON.stringify(document).replace('{', `{${JSON.stringify(member)}:${JSON.stringify(value)},`);
}

/** The same credential in other words: all must be accepted. */
export function* harmlessOf(sample: Sample, chance: Random): Generator<Exhibit> {
  const { sent } = sample;
  if (sample.format === 'png' || sample.format === 'svg') return;
  for (let at = 0; at < SPELLINGS; at += 1) yield exhibit(sample, `spelled anew ${at}`, { rawJson: respell(sent, chance) }, [accepted]);
  if (typeof sent === 'string' || !isOverRdf(sample)) return;
  for (const { pointer, document } of rebracket(sent)) yield exhibit(sample, `without brackets ${pointer}`, document, [accepted]);
}
