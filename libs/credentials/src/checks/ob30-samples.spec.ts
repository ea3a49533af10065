import { describe, expect, it } from '@jest/globals';
import { readJws, signatureFault } from '../jose/jws.js';
import { publicKeyOfJwk } from '../keys/public-key.js';
import { openCredential } from '../opening/open-credential.js';
import { readSent } from '../opening/read-sent.js';
import { EDTECH_NOW as now, edtechSample, resolveFromFragment as resolveKey } from '../samples/edtech-samples.js';
import { fixture, haveFixtures } from '../samples/fixtures.config.js';
import { checkStanding, STATUS_LISTS } from '../standing/check-standing.js';
import { fault } from '../words/fault.js';
import { verifyCredential } from './verify-credential.js';

/** A file, what fails here, and why that is stricter than 1EdTech’s own validator, where it is. */
type Row = readonly [file: string, failures: readonly string[], why?: string];

const UNMAPPED = ['contexts not-canonicalizable', 'proof not-canonicalizable'];
const OWN_KEY = ['proof key-in-header', 'issuer-binding not-the-issuers-key'];
const whoseKey = 'the key comes with the token: its signature fits, but nothing says that the key is the issuer’s';

const TABLE: readonly Row[] = [
  ['simple.json', []],
  ['simple.1ob', []],
  ['simple_v1.json', []],
  ['simple-did-key-method.json', ['proof invalid-verification-method', 'issuer-binding not-the-issuers-key'], 'its issuer is a urn:uuid, which no key can belong to, and its verification method names no key'],
  ['simple-did-web-method.json', []],
  ['simple-multiple-proofs.json', ['proof invalid-proof', 'issuer-binding not-the-issuers-key'], 'one of its proofs is of a kind that does not exist: a good one beside it does not make it good'],
  ['simple-json.png', []],
  ['simple-jwt.png', OWN_KEY, whoseKey],
  ['velocity.jwt', ['contexts unknown-context', 'proof unsupported-did-method', 'issuer-binding not-the-issuers-key', 'status status-unavailable']],
  ['simple-jwt_v1.png', OWN_KEY, whoseKey],
  ['simple-json.svg', []],
  ['simple-jwt.svg', OWN_KEY, whoseKey],
  ['simple-jwt_v1.svg', OWN_KEY, whoseKey],
  ['simple-err-type.json', UNMAPPED],
  ['simple-err-proof-method.json', ['proof unknown-key']],
  ['simple-err-proof-method-no-scheme.json', ['proof unsupported-did-method', 'issuer-binding not-the-issuers-key']],
  ['simple-err-proof-method-unknown-scheme.json', ['proof unsupported-did-method', 'issuer-binding not-the-issuers-key']],
  ['simple-err-proof-method-unknown-did-method.json', ['proof unsupported-did-method', 'issuer-binding not-the-issuers-key']],
  ['simple-err-proof-value.json', ['proof invalid-signature']],
  ['simple-err-expired.json', ['dates expired']],
  ['simple-err-context.json', ['contexts base-context', 'proof unreadable', 'schema invalid-open-badge']],
  ['simple-context-alias.json', []],
  ['simple-context-version.json', []],
  ['simple-err-issuer.json', ['structure invalid-structure', 'issuer-binding no-issuer', 'schema invalid-open-badge']],
  ['simple-err-credential-subject-type.json', [...UNMAPPED, 'schema invalid-open-badge']],
  ['simple-err-credential-subject-identifier-type.json', [...UNMAPPED, 'schema invalid-open-badge']],
  ['simple-err-credential-subject-result-type.json', [...UNMAPPED, 'schema invalid-open-badge']],
  ['simple-err-credential-subject-achievement-result-description-type.json', [...UNMAPPED, 'schema invalid-open-badge']],
  ['simple-err-credential-subject-profile-type.json', [...UNMAPPED, 'schema invalid-open-badge']],
  ['simple-err-evidence-type.json', [...UNMAPPED, 'schema invalid-open-badge']],
  ['simple-err-issuer-type.json', [...UNMAPPED, 'schema invalid-open-badge']],
  ['simple-err-issuer-parentorg-type.json', [...UNMAPPED, 'schema invalid-open-badge']],
  ['simple-err-issuer-otheridentifier-type.json', [...UNMAPPED, 'schema invalid-open-badge']],
  ['simple-err-issued.json', ['dates not-yet-valid', 'schema invalid-open-badge']],
  ['complete.json', ['status status-unavailable'], 'its unsigned revocation list is not there, and where it were, its silence would prove nothing'],
  ['complete_v1.json', ['contexts not-canonicalizable', 'proof unknown-key', 'dates expired', 'status status-unavailable']],
  ['credential-status-revoked.json', ['status revoked']],
  ['simple-eddsa-2022.json', ['proof unsupported-cryptosuite'], 'eddsa-2022 was a draft, and what a signature of it covers was never settled'],
  ['bit-string-list/credential-status-revoked.json', ['status status-unavailable'], 'its list has the id of another: whoever serves lists could answer with any of the same issuer’s'],
  ['bit-string-list/credential-status-revoked-blank-nodes.json', ['status status-unavailable'], 'as above'],
  ['sd/derivedcredential.json', []],
];

const LISTS = 'https://raw.githubusercontent.com/1EdTech/digital-credentials-public-validator/refs/heads/main/inspector-vc/src/test/resources/ob30/bit-string-list/testlist';
const REVOCATIONS = 'https://dc.1edtech.org/wellspring2022/wellspring-portal/api/revocations/da1e96e9-afcc-4eed-b9a2-2ddf7353214c';

async function failuresOf(file: string, listId?: string): Promise<string[]> {
  const opened = openCredential(edtechSample(`ob30-samples/${file}`));
  const options = { now, resolveKey };
  const published: Readonly<Record<string, unknown>> = {
    [LISTS]: listId === undefined ? fixture('ob30-samples/bit-string-list/testlist') : { ...fixture('ob30-samples/bit-string-list/testlist'), id: listId },
    // what 1EdTech’s host answered is not among the samples: the list as Open Badges 3.0 describes it
    [REVOCATIONS]: { id: REVOCATIONS, revokedCredential: [{ id: opened.document.id, revoked: true }] },
  };
  const standing = await checkStanding(opened, {
    listAt: async (url, kind) => (url in published ? STATUS_LISTS[kind]({ form: 'json', json: published[url] as never }, url, options) : fault('fetch-http-status', { host: new URL(url).host, status: 404 })),
    speaksFor: () => Promise.resolve(false),
  });
  return [...(await verifyCredential(opened, options)), standing].filter(({ result }) => result === 'failed').map(({ check, code }) => `${check} ${code}`);
}

const cases = haveFixtures ? (fixture('ob30-samples/expectations.json').cases as readonly object[] as readonly { readonly file: string; readonly expected: string }[]) : [];

(haveFixtures ? describe : describe.skip)('1EdTech’s samples of Open Badges 3.0', () => {
  it('are all 41 here', () => {
    expect(TABLE.map(([file]) => file)).toEqual(cases.map(({ file }) => file));
    expect(TABLE).toHaveLength(41);
  });

  it.each(TABLE)('%s fails in %j', async (file, failures) => expect(await failuresOf(file)).toEqual(failures));

  it('what 1EdTech refuses is refused, and what it takes is refused for a reason that is named', () => {
    const verdicts = TABLE.map(([file, failures, why], at) => ({ file, expected: cases[at]?.expected ?? '', refused: failures.length > 0, why }));
    expect(verdicts.filter(({ expected, refused }) => expected === 'invalid' && !refused)).toEqual([]);
    expect(verdicts.filter(({ expected, refused, why }) => expected.startsWith('valid') && refused && why === undefined)).toEqual([]);
    expect(verdicts.filter(({ refused }) => !refused)).toHaveLength(9);
  });

  it.each(['simple-jwt.png', 'simple-jwt.svg', 'simple-jwt_v1.png', 'simple-jwt_v1.svg'])('the signature of %s, RS256, fits the key that comes along', (file) => {
    const jws = readJws(String(readSent(edtechSample(`ob30-samples/${file}`), 'full')));
    expect(jws.header.alg).toBe('RS256');
    expect(signatureFault(jws, publicKeyOfJwk(jws.header.jwk))).toBeUndefined();
  });

  it('a list that is altered to have the right id is none', async () => {
    expect(await failuresOf('bit-string-list/credential-status-revoked.json', LISTS)).toEqual(['status status-unavailable']);
  });
});
