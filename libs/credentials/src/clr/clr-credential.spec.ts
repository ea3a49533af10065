import { beforeAll, describe, expect, it } from '@jest/globals';
import { buildAchievementCredential } from '../achievement/build-achievement-credential.js';
import { isVerified } from '../checks/check.js';
import { verifyCredential } from '../checks/verify-credential.js';
import { CredentialError } from '../credential-error.js';
import { resolveOffline } from '../did/resolve-offline.js';
import type { JsonObject } from '../document/json.js';
import { lint } from '../linting/lint.js';
import { partsIn } from '../opening/contained.js';
import { openCredential } from '../opening/open-credential.js';
import { CredentialSigner } from '../proof/credential-signer.js';
import { learnerRecord } from '../samples/learner-record.js';
import { libraryCourse, SAMPLE_NOW, sampleIssuer } from '../samples/library-course.js';
import { buildClrCredential } from './build-clr-credential.js';
import { clrFault, isClr } from './clr-credential.js';
import { clrParts } from './clr-parts.js';

const facts = libraryCourse();
const second = '01936000-0000-7000-8000-0000000000ab';
const achievementUrl = (id: string) => `${facts.origin}/v1/achievements/${id}`;
const signer = new CredentialSigner(sampleIssuer);
const token = `${Buffer.from('{"alg":"EdDSA"}').toString('base64url')}.e30.${'A'.repeat(86)}`;
const associations = [{ type: 'precedes' as const, sourceId: achievementUrl(facts.achievement.id), targetId: achievementUrl(second) }];

let parts: JsonObject[];
beforeAll(async () => {
  const courses = [facts, libraryCourse({ credentialId: '01936000-0000-7000-8000-000000000002', achievement: { ...facts.achievement, id: second, name: 'Digital basics II' } })];
  parts = await Promise.all(courses.map(async (course) => signer.sign(await lint(buildAchievementCredential(course)), SAMPLE_NOW)));
});
const built = (change = {}) => JSON.parse(JSON.stringify(buildClrCredential(learnerRecord(parts, { associations, ...change })))) as JsonObject;
const altered = (change: (json: string) => string): JsonObject => JSON.parse(change(JSON.stringify(built()))) as JsonObject;
const verify = (document: JsonObject) => verifyCredential(openCredential(document), { now: SAMPLE_NOW, resolveKey: resolveOffline });
const failures = async (document: JsonObject) => (await verify(document)).filter(({ result }) => result === 'failed').map(({ check, code }) => `${check} ${code}`);

describe('a learner record', () => {
  it('holds the parts as they were signed, under the contexts of CLR 2.0.1', () => {
    const record = built();
    expect(record).toMatchObject({
      '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
      type: ['VerifiableCredential', 'ClrCredential'],
      partial: false,
      credentialSubject: { id: facts.subject.id, type: ['ClrSubject'], identifier: [{ type: 'IdentityObject' }], association: [{ associationType: 'precedes' }] },
    });
    expect(clrParts(record)).toEqual(parts.map((credential, at) => ({ pointer: `/credentialSubject/verifiableCredential/${at}`, credential })));
    expect([isClr(record), clrFault(record)]).toEqual([true, undefined]);
  });

  it('passes the lint, is signed and verified, and so is each part of it', async () => {
    const record = await signer.sign(await lint(built()), SAMPLE_NOW);
    expect(await failures(record)).toEqual([]);
    for (const { credential } of clrParts(record)) expect(isVerified(await verifyCredential(openCredential(credential), { now: SAMPLE_NOW, resolveKey: resolveOffline }))).toBe(true);
  });

  it('passes with tokens in it, partial, until an end', async () => {
    const record = built({ parts: [token, parts[0]!], associations: [], partial: true, validUntil: '2027-01-01T00:00:00Z', subject: { id: facts.subject.id } });
    expect(await failures(await signer.sign(await lint(record), SAMPLE_NOW))).toEqual([]);
    expect(clrParts(record).map(({ credential }) => typeof credential)).toEqual(['string', 'object']);
  });

  it('passes without a status as long as it ends', async () => {
    const record = built({ status: undefined, validUntil: '2027-01-01T00:00:00Z' });
    expect(record).not.toHaveProperty('credentialStatus');
    expect(await failures(await signer.sign(await lint(record), SAMPLE_NOW))).toEqual([]);
    await expect(lint(built({ status: undefined }))).rejects.toMatchObject({ code: 'invalid-structure', pointer: '/validUntil' });
  });

  it.each<[string, (json: string) => string, string]>([
    ['a part was left out', (json) => json.replace(/"verifiableCredential":\[\{.*?\},(?=\{"@context")/, '"verifiableCredential":['), 'proof invalid-signature'],
    ['a part was renamed', (json) => json.replace('Digital basics II', 'Digital basics III'), 'proof invalid-signature'],
    ['it calls itself partial', (json) => json.replace('"partial":false', '"partial":true'), 'proof invalid-signature'],
    ['it associates otherwise', (json) => json.replace('precedes', 'replacedBy'), 'proof invalid-signature'],
    ['a part brings a context of its own', (json) => json.replace('"achievement":{', '"achievement":{"@context":{"name":"urn:x"},'), 'contexts inline-context'],
  ])('is refused when %s', async (_, change, failure) => {
    const record = await signer.sign(await lint(built()), SAMPLE_NOW);
    const changed = change(JSON.stringify(record));
    expect(changed).not.toBe(JSON.stringify(record));
    expect(await failures(JSON.parse(changed) as JsonObject)).toContain(failure);
  });
});

describe('the lint of a learner record', () => {
  it.each<[string, (json: string) => string, string, string]>([
    ['in another order of contexts', (json) => json.replace(/("[^"]*clr[^"]*json"),("[^"]*ob[^"]*json")/, '$2,$1'), 'refused-contexts', '/@context/1'],
    ['without parts', (json) => json.replace(/"verifiableCredential":\[.*\],"association"/, '"verifiableCredential":[],"association"'), 'invalid-structure', '/credentialSubject/verifiableCredential'],
    ['with a part that nobody signed', (json) => json.replaceAll('"proof"', '"proofs"'), 'invalid-structure', '/credentialSubject/verifiableCredential/0'],
    ['with what is no token', (json) => json.replace('"verifiableCredential":[', '"verifiableCredential":["x",'), 'invalid-structure', '/credentialSubject/verifiableCredential/0'],
    ['about somebody else', (json) => json.replace(/5f0c2c6e(?=[^"]*","type":\["ClrSubject)/, '6f0c2c6e'), 'invalid-clr', '/credentialSubject/verifiableCredential/0/credentialSubject/id'],
    ['with a part twice', (json) => json.replaceAll('7000-8000-000000000002"', '7000-8000-000000000001"'), 'invalid-clr', '/credentialSubject/verifiableCredential/1'],
    ['that associates what is not in it', (json) => json.replace(/"targetId":"[^"]*"/, '"targetId":"urn:other"'), 'invalid-clr', '/credentialSubject/association/0'],
    ['that associates in a way of its own', (json) => json.replace('precedes', 'contains'), 'invalid-structure', '/credentialSubject/association/0/associationType'],
    ['that does not say whether it is partial', (json) => json.replace('"partial":false,', ''), 'invalid-structure', '/partial'],
    ['without a name', (json) => json.replace('"name":"Learner record"', '"name":""'), 'invalid-structure', '/name'],
    ['with a member of its own', (json) => json.replace('"type":["ClrSubject"]', '"type":["ClrSubject"],"grade":"A"'), 'invalid-structure', '/credentialSubject'],
  ])('refuses one %s', async (_, change, code, pointer) => {
    await expect(lint(altered(change))).rejects.toMatchObject({ code, pointer });
  });
});

it('a learner record that no verifier would look at is not signed', async () => {
  const many = (count: number) => Array.from({ length: count }, (_, at) => ({ ...parts[0]!, id: `urn:uuid:01936000-0000-7000-8000-${String(at).padStart(12, '0')}` }));
  await expect(lint(built({ parts: many(60), associations: [] }))).rejects.toMatchObject({ code: 'too-large' });
  expect(await failures(await signer.sign(await lint(built({ parts: many(58), associations: [] })), SAMPLE_NOW))).toEqual([]);
});

describe('a stranger’s learner record', () => {
  it.each<[string, (json: string) => string]>([
    ['one part, not in a list', (json) => json.replace(/"verifiableCredential":\[\{.*\}\],"association"/, '"verifiableCredential":"a.b.c","association"')],
    ['an envelope', (json) => json.replace('"verifiableCredential":[', '"verifiableCredential":[{"id":"data:application/vc+jwt,a.b.c","type":"EnvelopedVerifiableCredential"},')],
    ['achievements that nobody has yet', (json) => json.replace('"association"', '"achievement":{"id":"urn:x","type":"Achievement","name":"X","description":"X","criteria":{}},"association"')],
  ])('may have %s', (_, change) => {
    expect(altered(change)).not.toEqual(built());
    expect(clrFault(altered(change))).toBeUndefined();
  });

  it.each<[string, (json: string) => string, string, string]>([
    ['without a name', (json) => json.replace('"name":"Learner record",', ''), 'invalid-clr', '/name'],
    ['without a context of CLR', (json) => json.replace(/"[^"]*clr[^"]*json",/, ''), 'clr-context-missing', '/@context'],
    ['without a beginning', (json) => json.replace('"validFrom"', '"validfrom"'), 'invalid-clr', '/validFrom'],
    ['of nobody', (json) => json.replace(/"id":"[^"]*","type":\["ClrSubject"\],"identifier":\[.*?\],/, '"type":["ClrSubject"],'), 'invalid-clr', '/credentialSubject'],
    ['of a subject of another type', (json) => json.replace('["ClrSubject"]', '["AchievementSubject"]'), 'invalid-clr', '/credentialSubject/type'],
    ['without parts', (json) => json.replace('"verifiableCredential"', '"credentials"'), 'invalid-clr', '/credentialSubject/verifiableCredential'],
    ['with a part that is no credential', (json) => json.replace('"verifiableCredential":[', '"verifiableCredential":[{"type":"Achievement"},'), 'invalid-clr', '/credentialSubject/verifiableCredential/0/type'],
    ['with a relation that CLR does not know', (json) => json.replace('precedes', 'contains'), 'invalid-clr', '/credentialSubject/association/0/associationType'],
    ['by an issuer that is no Profile', (json) => json.replace('"type":["Profile"]', '"type":["Person"]'), 'invalid-clr', '/issuer/type'],
    ['that is partial or not', (json) => json.replace('"partial":false', '"partial":"no"'), 'invalid-clr', '/partial'],
  ])('is none %s', (_, change, code, pointer) => {
    expect(clrFault(altered(change))).toMatchObject({ code, pointer });
  });

  it.each<[JsonObject, readonly string[]]>([
    [{}, []],
    [{ credentialSubject: null }, []],
    [{ credentialSubject: { type: 'AchievementSubject', verifiableCredential: ['a.b.c'] } }, []],
    [{ credentialSubject: { type: 'ClrSubject', verifiableCredential: 'a.b.c' } }, ['/credentialSubject/verifiableCredential']],
    [{ credentialSubject: { type: ['ClrSubject'], verifiableCredential: [7, {}, null, 'x', []] } }, ['/credentialSubject/verifiableCredential/1', '/credentialSubject/verifiableCredential/3']],
    [{ credentialSubject: [{}, { type: 'ClrSubject', verifiableCredential: {} }] }, ['/credentialSubject/1/verifiableCredential']],
  ])('the parts of %j stand at %j', (document, pointers) => expect(clrParts(document).map(({ pointer }) => pointer)).toEqual(pointers));
});

describe('the parts of a record', () => {
  const holding = (credentials: readonly unknown[]) => JSON.parse(JSON.stringify({ credentialSubject: { type: 'ClrSubject', verifiableCredential: credentials } })) as JsonObject;

  it('are opened each as if it had been sent alone', () => {
    const enveloped = { '@context': ['https://www.w3.org/ns/credentials/v2'], id: `data:application/vc+jwt,${token}`, type: 'EnvelopedVerifiableCredential' };
    const opened = partsIn(holding([parts[0], token, enveloped, 'x', { type: 'VerifiablePresentation' }]));
    expect(opened.map(({ pointer, credential }) => [pointer.at(-1), credential instanceof CredentialError ? credential.code : credential.envelope])).toEqual([
      ['0', 'data-integrity'], ['1', 'vc+jwt'], ['2', 'vc+jwt'], ['3', 'invalid-token'], ['4', 'not-a-credential'],
    ]);
  });

  it('are at most five hundred', () => {
    const tokens = (count: number) => holding(Array.from({ length: count }, () => token));
    expect(partsIn(openCredential(tokens(500)).document)).toHaveLength(500);
    expect(() => openCredential(tokens(501))).toThrow(expect.objectContaining({ code: 'too-large' }));
  });
});
