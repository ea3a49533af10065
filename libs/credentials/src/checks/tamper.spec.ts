import { describe, expect, it } from '@jest/globals';
import { buildAchievementCredential } from '../achievement/build-achievement-credential.js';
import { resolveDidKey } from '../did/did-key.js';
import { type Json, below, isList, isObject } from '../document/json.js';
import { lint } from '../linting/lint.js';
import { CredentialSigner } from '../proof/credential-signer.js';
import { SAMPLE_NOW, libraryCourse, sampleIssuer } from '../samples/library-course.js';
import { random } from '../samples/random.js';
import { isVerified } from './check.js';
import { verifyCredential } from './verify-credential.js';
import { openCredential } from '../opening/open-credential.js';

const SEED = 20_261_124;

function alterLeaf(value: Json, next: () => number): Json {
  if (typeof value === 'number') return value + 1 + Math.floor(next() * 9);
  if (typeof value === 'boolean') return !value;
  const text = String(value);
  const at = Math.floor(next() * text.length);
  const letter = text[at] === 'x' ? 'y' : 'x';
  return text.slice(0, at) + letter + text.slice(at + 1);
}

type Alteration = readonly [pointer: string, document: Json];

/** Every document that differs in one place: a leaf altered, a member or item left out. */
function* alterations(value: Json, next: () => number, pointer = ''): Generator<Alteration> {
  if (isList(value)) {
    for (const [at, item] of value.entries()) {
      yield [`${below(pointer, at)} left out`, value.toSpliced(at, 1)];
      for (const [where, altered] of alterations(item, next, below(pointer, at))) yield [where, value.with(at, altered)];
    }
  } else if (isObject(value)) {
    for (const [member, item] of Object.entries(value)) {
      const { [member]: _gone, ...rest } = value;
      yield [`${below(pointer, member)} left out`, rest];
      for (const [where, altered] of alterations(item, next, below(pointer, member))) yield [where, { ...value, [member]: altered }];
    }
  } else yield [pointer, alterLeaf(value, next)];
}

describe('a credential altered in one place', () => {
  it(`is refused, wherever it is (seed ${SEED})`, async () => {
    const signed = await new CredentialSigner(sampleIssuer).sign(await lint(buildAchievementCredential(libraryCourse())), SAMPLE_NOW);
    const verified = async (document: Json) => isVerified(await verifyCredential(openCredential(document), { now: SAMPLE_NOW, resolveKey: resolveDidKey }));
    expect(await verified(signed)).toBe(true);
    const all = [...alterations(signed, random(SEED))];
    const accepted: string[] = [];
    for (const [where, document] of all) if (await verified(document)) accepted.push(where);
    expect(accepted).toEqual([]);
    expect(all.length).toBeGreaterThan(250);
  });
});
