import { describe, expect, it } from '@jest/globals';
import { CompactSign, compactVerify, importJWK } from 'jose';
import { SIGNING_KEY_TYPES, publicKeyOfJwk, publicKeyToJwk } from '../keys/public-key.js';
import { type SampleSigner, sampleSigner } from '../samples/sample-key.js';
import { base64url } from './base64url.js';
import { headerFault, readJws, signatureFault, signJws } from './jws.js';

const header = (json: string) => `${base64url(json)}.e30.AA`;
const faultOf = (text: string, signer: SampleSigner) => headerFault(readJws(text).header) ?? signatureFault(readJws(text), signer.publicKey);
const signers = SIGNING_KEY_TYPES.map((type) => [type, sampleSigner(11, type)] as const);

/** RFC 7515 appendix A.3 and RFC 8037 appendix A.4. */
const EXAMPLES: [string, Record<string, string>, string][] = [
  [
    'ES256',
    { kty: 'EC', crv: 'P-256', x: 'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU', y: 'x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0' },
    'eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q',
  ],
  [
    'EdDSA',
    { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' },
    'eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc.hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg',
  ],
];

describe('a JWS', () => {
  it.each(EXAMPLES)('of %s is that of the RFC', (_alg, jwk, text) => {
    expect(signatureFault(readJws(text), publicKeyOfJwk(jwk))).toBeUndefined();
    expect(signatureFault(readJws(text.replace('.', '.A')), publicKeyOfJwk(jwk))).toMatchObject({ code: 'invalid-signature' });
  });

  it.each(signers)('of %s is taken by jose, and jose’s by us', async (_type, signer) => {
    const ours = await signJws({ typ: 'test' }, '{"a":1}', signer);
    const key = await importJWK(publicKeyToJwk(signer.publicKey), readJws(ours).header.alg);
    await expect(compactVerify(ours, key)).resolves.toMatchObject({ protectedHeader: { typ: 'test' } });
    const theirs = await new CompactSign(Buffer.from('{"a":1}')).setProtectedHeader({ alg: readJws(ours).header.alg }).sign(signer.privateKey);
    expect(faultOf(theirs, signer)).toBeUndefined();
  });

  it.each([
    ['nothing', ''],
    ['two parts', 'e30.e30'],
    ['four parts', 'eyJhbGciOiJFUzI1NiJ9.e30.AA.AA'],
    ['padding', 'eyJhbGciOiJFUzI1NiJ9.e30=.AA'],
    ['bits left over', 'eyJhbGciOiJFUzI1NiJ9.e30.AB'],
    ['the other alphabet', 'eyJhbGciOiJFUzI1NiJ9.e30.A+AA'],
    ['a line break', 'eyJhbGciOiJFUzI1NiJ9.e30.AA\n'],
    ['a header that is a list', header('[]')],
    ['a header without alg', header('{"typ":"JWT"}')],
    ['a header with alg twice', header('{"alg":"none","alg":"ES256"}')],
    ['a kid that is a number', header('{"alg":"ES256","kid":1}')],
    ['a header that is not UTF-8', `${base64url(Uint8Array.of(0x22, 0xff, 0x22))}.e30.AA`],
    ['a byte order mark', header('\ufeff{"alg":"ES256"}')],
  ])('is not %s', (_what, text) => {
    expect(() => readJws(text)).toThrow(expect.objectContaining({ code: 'invalid-token' }));
  });

  it.each([
    ['{"alg":"none"}', 'unsupported-algorithm'],
    ['{"alg":"None"}', 'unsupported-algorithm'],
    ['{"alg":"HS256"}', 'unsupported-algorithm'],
    ['{"alg":"es256"}', 'unsupported-algorithm'],
    ['{"alg":"ES256K"}', 'unsupported-algorithm'],
    ['{"alg":"ES256","crit":["exp"]}', 'unsupported-header'],
    ['{"alg":"ES256","crit":[]}', 'unsupported-header'],
    ['{"alg":"ES256","b64":false}', 'unsupported-header'],
    ['{"alg":"ES256","jwk":{}}', 'key-in-header'],
    ['{"alg":"ES256","jku":"https://example.org/"}', 'key-in-header'],
    ['{"alg":"ES256","x5u":"https://example.org/"}', 'key-in-header'],
  ])('with the header %s is refused: %s', (json, code) => {
    expect(headerFault(readJws(header(json)).header)).toMatchObject({ code });
  });
});

describe('an algorithm', () => {
  it.each(signers)('is that of the key: of %s no other', async (type, signer) => {
    const own = { Ed25519: 'EdDSA', 'P-256': 'ES256', 'P-384': 'ES384', 'P-521': 'ES512' }[type];
    for (const alg of ['EdDSA', 'ES256', 'ES384', 'RS256']) {
      expect([alg, faultOf(await signJws({ alg }, '{}', signer), signer)?.code]).toEqual([alg, alg === own ? undefined : 'wrong-key-type']);
    }
    expect(readJws(await signJws({}, '{}', signer)).header.alg).toBe(own);
  });

  it('of Ed25519 has two names', async () => {
    const signer = sampleSigner(11);
    expect(faultOf(await signJws({ alg: 'Ed25519' }, '{}', signer), signer)).toBeUndefined();
  });
});
