import { beforeAll, describe, expect, it } from '@jest/globals';
import { decodeJwt } from 'jose';
import { type Json, isList, isObject, type JsonObject } from '../document/json.js';
import { CredentialFormat } from '../formats/credential-format.js';
import { FORMATS, secure } from '../formats/formats.js';
import { lint } from '../linting/lint.js';
import { openCredential } from '../opening/open-credential.js';
import { SAMPLE_NOW } from '../samples/library-course.js';
import { sampleSigner } from '../samples/sample-key.js';
import { contentsOf } from './contents.js';

/** What foreign verifiers were seen to trip over, in every format. */
const FORMATS_OF = CredentialFormat.options.map((format) => [format, sampleSigner(9, FORMATS[format].keyType)] as const);

/** Every object in a document with the pointer to it. */
function objectsIn(value: Json | undefined, pointer = ''): [pointer: string, object: JsonObject][] {
  if (isList(value)) return value.flatMap((each, at) => objectsIn(each, `${pointer}/${at}`));
  if (!isObject(value)) return [];
  return [[pointer, value], ...Object.entries(value).flatMap(([name, member]) => objectsIn(member, `${pointer}/${name}`))];
}

describe.each(FORMATS_OF)('a credential as %s', (format, signer) => {
  let sent: JsonObject | string;
  let document: JsonObject;
  beforeAll(async () => {
    const { achievement } = await contentsOf(signer.did);
    const secured = await secure(format, await lint(achievement), signer, SAMPLE_NOW, { vct: 'https://laurel.example/v1/credential-types/achievement-credential' });
    sent = secured instanceof Uint8Array ? `data:${FORMATS[format].mediaType};base64,${Buffer.from(secured).toString('base64')}` : secured;
    document = openCredential(sent).document;
  });

  it('has contexts at its top alone, and in a proof that repeats them', () => {
    const places = objectsIn(document).filter(([, object]) => '@context' in object).map(([pointer]) => pointer);
    expect(places).toEqual(format.includes('-jcs-') ? ['', '/proof'] : ['']);
  });

  it.each(['Result', 'ResultDescription', 'Evidence', 'Alignment', 'Achievement', 'Profile', 'Image', 'BitstringStatusListEntry'])('has an absolute id on everything that is a %s', (type) => {
    const ids = objectsIn(document).filter(([, object]) => [object.type].flat().includes(type)).map(([, { id }]) => id);
    expect(ids.length).toBeGreaterThan(0);
    expect(ids.filter((id) => typeof id !== 'string' || !URL.canParse(id))).toEqual([]);
    expect(type === 'Profile' || new Set(ids).size === ids.length).toBe(true);
  });

});

it.each(FORMATS_OF.filter(([format]) => format.startsWith('vc-jwt-')))('a token of %s says who, about whom, which and from when, in whole seconds', async (format, signer) => {
  const { achievement } = await contentsOf(signer.did);
  const { iss, sub, jti, nbf, exp, iat } = decodeJwt(String(await secure(format, await lint(achievement), signer, SAMPLE_NOW)));
  const seconds = (time: Json | undefined) => Math.floor(Date.parse(String(time)) / 1_000);
  expect({ iss, sub, jti, nbf, exp, iat }).toEqual({
    iss: signer.did, sub: (achievement.credentialSubject as JsonObject).id, jti: achievement.id,
    nbf: seconds(achievement.validFrom), exp: seconds(achievement.validUntil), iat: seconds(SAMPLE_NOW.toISOString()),
  });
});
