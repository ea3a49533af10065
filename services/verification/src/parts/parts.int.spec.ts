import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Bitstring, buildClrCredential, type Check, clrParts, CREDENTIALS_V2, encodeMultikey, type JsonObject } from '@laurel/credentials';
import { digitalBazaar, jose, sampleSigner, type SampleSigner, sdJwtVcLibrary, type Sent } from '@laurel/credentials/foreign';
import { accreditationChanged, achievementPublished, credentialIssued, credentialStatusChanged, issuerChanged, providerChanged } from '@laurel/events';
import { newId } from '@laurel/runtime';
import { eventually, FakeClock, ForeignHost, ServiceUnderTest } from '@laurel/testing';
import { VerificationConfig, VerificationModule } from '../app.module.js';
import { PresentationVerification } from '../presentations/presentation.js';
import { accreditation, achievement, credential, ISSUED_AT, NOW, provider, unsigned } from '../samples/first-aid.js';
import { Stranger } from '../samples/stranger.js';
import { NotVerified } from '../vc-api/vc-api.js';
import { Verification, VerificationResults } from '../verifications/verification.js';

/** An issuer; what all of them sign is put together by software of others. */
interface Issuer {
  readonly providerId: string;
  readonly achievementId: string;
  readonly accreditationId: string;
  readonly name: string;
  readonly signer: SampleSigner;
}
const issuerOf = (seed: number, name: string): Issuer => ({ providerId: newId(), achievementId: newId(), accreditationId: newId(), name, signer: sampleSigner(seed) });
const [library, club, city, stranger] = [issuerOf(21, 'City Library'), issuerOf(22, 'Rowing Club'), issuerOf(23, 'Haverford'), issuerOf(24, 'A Stranger')];
/** The stranger with a key on a curve. */
const curve: Issuer = { ...stranger, signer: sampleSigner(25, 'P-256') };
const learnerId = newId();
let service: ServiceUnderTest;
let host: ForeignHost;

beforeAll(async () => {
  host = await ForeignHost.listen();
  const environment = { FETCH_LOOPBACK: 'allowed', FETCH_CA: host.certificate };
  service = await ServiceUnderTest.start({ name: 'verification', config: VerificationConfig, environment, moduleOf: (config) => VerificationModule.with(config), clock: new FakeClock(NOW) });
  const fact = <Data>(subject: string, data: Data) => ({ subject, version: 1, orderingKey: 'registry', data });
  await service.publish(providerChanged, [library, club].map(({ providerId: id, name }) => fact(id, { ...provider, id, name })));
  await service.publish(accreditationChanged, [library, club].map(({ providerId, accreditationId: id }) => fact(id, { ...accreditation, id, providerId })));
  await service.publish(achievementPublished, [library, club].map(({ providerId, achievementId: id }) => fact(id, { ...achievement, id, providerId })));
  await service.publish(issuerChanged, [library, club, city].map(({ providerId, name, signer: { did, verificationMethod: id, publicKey } }) =>
    fact(providerId, { id: did, providerId, name, keys: [{ id, publicKeyMultibase: encodeMultikey(publicKey), from: ISSUED_AT }], ...(name === city.name && { kind: 'city' as const }) })));
});
afterAll(async () => {
  await service.stop();
  await host.close();
});

const sign = async (document: JsonObject, { signer }: Issuer, secures: typeof digitalBazaar | typeof jose = digitalBazaar): Promise<Sent> =>
  (await secures.secures(secures === jose ? 'vc-jwt-eddsa' : 'eddsa-rdfc-2022', signer, NOW))(document);
const signed = async (document: JsonObject, by: Issuer): Promise<JsonObject> => (await sign(document, by)) as JsonObject;

const sdJwtOf = async (by: Issuer): Promise<string> => String(await (await sdJwtVcLibrary.secures('sd-jwt-vc', by.signer, NOW))(badgeOf(by)));
const enveloped = (mediaType: string, token: Sent): JsonObject => ({ '@context': [CREDENTIALS_V2], id: `data:application/${mediaType},${String(token)}`, type: 'EnvelopedVerifiableCredential' });

/** A document that is not signed yet. */
function badgeOf({ signer: { did: id }, name, achievementId }: Issuer, credentialId = newId(), change: JsonObject = {}): JsonObject {
  const document = JSON.parse(JSON.stringify(unsigned({ id, name })).replaceAll(credential.id, credentialId).replaceAll(achievement.id, achievementId)) as JsonObject;
  const { credentialStatus: _, ...plain } = document;
  return { ...(name === stranger.name ? plain : document), ...change };
}

/** One of a provider of ours, told of; answers its document, not signed. */
async function issued(by: Issuer, change: JsonObject = {}): Promise<{ readonly id: string; readonly document: JsonObject }> {
  const id = newId();
  await service.publish(credentialIssued, [{ subject: id, version: 1, orderingKey: learnerId, data: {
    ...credential, credentialId: id, outcomeId: newId(), providerId: by.providerId, providerName: by.name, learnerId, issuerId: by.signer.did, achievementId: by.achievementId, achievementName: achievement.name,
    formOfLearning: 'non-formal', level: 3, accreditationId: by.accreditationId,
  } }]);
  return { id, document: badgeOf(by, id, change) };
}
async function good(by: Issuer, change: JsonObject = {}): Promise<JsonObject> {
  const document = await signed((await issued(by, change)).document, by);
  await eventually(async () => expect((await verify(document)).summary.recognisedBy).toBe(accreditation.accreditor.name));
  return document;
}
async function revoke(document: JsonObject, by: Issuer): Promise<void> {
  const credentialId = String(document.id).replace('urn:uuid:', '');
  await service.publish(credentialStatusChanged, [{ subject: credentialId, version: 2, orderingKey: learnerId, data: {
    credentialId, outcomeId: newId(), providerId: by.providerId, providerName: by.name, learnerId, achievementName: 'First aid', status: 'revoked', reason: 'withdrawn-by-provider', changedBy: by.name, changedAt: NOW.toISOString(),
  } }]);
  await eventually(async () => expect((await verify(document)).summary.status).toBe('revoked'));
}

const recordOf = ({ signer: { did: id }, name }: Issuer, parts: readonly Sent[]): JsonObject => JSON.parse(JSON.stringify(buildClrCredential({
  credentialId: newId(), issuer: { id, name }, subject: { id: 'urn:uuid:5f0c2c6e-5d0e-4f0a-9d55-8a1f6a3b7c21' }, name: 'Learning record', parts, partial: false, validFrom: ISSUED_AT, validUntil: '2027-11-24T09:00:00.000Z',
}))) as JsonObject;
/** A record that the city signed over these parts, whatever they are. */
const compiled = (parts: readonly Sent[], by = city) => signed(recordOf(by, parts), by);

async function verify(verifiableCredential: unknown, language = 'en'): Promise<Verification> {
  const headers = { 'content-type': 'application/json', 'accept-language': language };
  const answer = await fetch(`${service.url}/v1/verifications`, { method: 'POST', headers, body: JSON.stringify({ verifiableCredential }) });
  const body: unknown = await answer.json();
  expect({ status: answer.status, body }).toMatchObject({ status: 200 });
  return Verification.parse(body);
}
const found = ({ checks }: { readonly checks: readonly Check[] }, name: Check['check']) => checks.find(({ check }) => check === name);
const failuresOf = ({ checks }: { readonly checks: readonly Check[] }) => checks.filter(({ result }) => result === 'failed').map(({ check, code }) => `${check}: ${code}`);
/** What became of each part: nothing, or why it failed. */
const partsOf = ({ parts = [] }: Verification) => parts.map(({ verification, problem }) => problem?.code ?? failuresOf(verification!).join());
const at = (place: number) => `/credentialSubject/verifiableCredential/${place}`;
const renamed = (document: JsonObject): JsonObject => JSON.parse(JSON.stringify(document).replaceAll('"First aid"', '"Heart surgery"')) as JsonObject;
/** What becomes of one of ours that was. */
const RENAMED = 'proof: invalid-signature,achievement: achievement-differs';

describe('the record that the city compiled', () => {
  it('stands with parts of two issuers, one of them a token, and each is told of as if it were alone', async () => {
    const [first, second] = [await good(library), await good(club)];
    const token = await sign((await issued(library)).document, library, jose);
    const record = await compiled([first, second, token]);
    const verification = await eventually(async () => {
      const now = await verify(record);
      expect(partsOf(now)).toEqual(['', '', '']);
      return now;
    });
    expect(verification.checks.map(({ check, result }) => `${check} ${result}`)).toEqual([
      'structure passed', 'contexts passed', 'proof passed', 'issuer-binding passed', 'dates passed', 'status skipped', 'schema passed', 'recognition passed', 'achievement skipped', 'parts passed',
    ]);
    expect(verification.parts?.map(({ pointer }) => pointer)).toEqual([at(0), at(1), at(2)]);
    for (const [place, sent] of [first, second, token].entries()) expect(verification.parts?.[place]?.verification).toEqual(await verify(sent));
    expect(verification).toMatchObject({ verified: true, summary: { sentence: expect.stringMatching(/^Genuine: Haverford has compiled a record of 3 credentials about .*, each signed by its own issuer\.$/) } });
  });

  it('no longer stands whole when a part is revoked afterwards, and says which, by whom, when and why', async () => {
    const [first, second] = [await good(library), await good(club)];
    const record = await compiled([first, second, await good(library)]);
    expect((await verify(record)).verified).toBe(true);
    await revoke(second, club);
    const verification = await verify(record);
    expect([failuresOf(verification), partsOf(verification)]).toEqual([['parts: part-failed'], ['', 'status: revoked', '']]);
    expect(found(verification, 'parts')).toMatchObject({ pointer: at(1), params: { standing: 2, unproven: 0 } });
    expect(verification).toMatchObject({ verified: false, summary: { sentence: expect.stringMatching(
      /^Not everything in it stands; Haverford has compiled a record of 3 credentials about .*, each signed by its own issuer, of which 1 no longer stands: “First aid”, revoked by Rowing Club on 25 November 2026 \(withdrawn by the provider\)\.$/) } });
    const french = await verify(record, 'fr');
    expect(french.summary.sentence.replaceAll(/[\u00a0\u202f]/g, ' ')).toMatch(
      /^Valable en partie seulement ; Haverford a constitué un dossier de 3 attestations .*, dont 1 n’est plus valable : « First aid », révoquée par Rowing Club le 25 novembre 2026 \(retirée par l’organisme\)\.$/);
    expect(found(french.parts![1]!.verification!, 'status')?.detail).toMatch(/^révoquée par Rowing Club le 25 novembre 2026/);
  });

  it.each<[string, () => Promise<Sent>, string, string]>([
    ['altered before the record was signed', async () => renamed(await good(library)), RENAMED, 'Not everything in it stands'],
    ['signed by another in the name of its issuer', async () => signed(badgeOf(library), stranger), 'issuer-binding: not-the-issuers-key,status: status-unavailable', 'Not everything in it stands'],
    ['that its issuer never issued', async () => signed(badgeOf(library), library), 'status: status-unavailable', 'Not everything in it stands'],
    ['that is over', async () => good(library, { validUntil: '2026-11-25T00:00:00Z' }), 'dates: expired', 'Not everything in it stands'],
    ['a token that was altered', async () => String(await sign(badgeOf(stranger), stranger, jose)).replace(/.$/, (last) => (last === 'A' ? 'Q' : 'A')), 'proof: invalid-signature', 'Not everything in it stands'],
    ['an image of nothing', async () => 'data:image/png;base64,AAAA', 'not-a-credential', 'Not valid: '],
    ['by a stranger', async () => signed(badgeOf(stranger), stranger), '', 'Genuine: Haverford has compiled'],
    ['by a stranger as a token', async () => sign(badgeOf(stranger), stranger, jose), '', 'Genuine: Haverford has compiled'],
    ['by a stranger as a token in an envelope', async () => enveloped('vc+jwt', await sign(badgeOf(stranger), stranger, jose)), '', 'Genuine: Haverford has compiled'],
    ['by a stranger as an SD-JWT in an envelope', async () => enveloped('dc+sd-jwt', await sdJwtOf(curve)), '', 'Genuine: Haverford has compiled'],
    ['an SD-JWT of which something was disclosed that nobody signed', async () => enveloped('dc+sd-jwt', (await sdJwtOf(curve)).replace('~', '~WyJhIiwiYiIsImMiXQ~')), 'proof: unsigned-disclosure', 'Not everything in it stands'],
  ])('with a part %s', async (_, make, failure, sentence) => {
    const part = await make();
    const verification = await verify(await compiled([await good(library), part]));
    expect(found(verification, 'proof')).toMatchObject({ result: 'passed' });
    expect(partsOf(verification)).toEqual(['', failure]);
    expect(found(verification, 'parts')).toMatchObject(failure === '' ? { result: 'warned', code: 'part-in-doubt' } : { result: 'failed', code: 'part-failed', pointer: at(1) });
    expect(verification.verified).toBe(failure === '');
    expect(verification.summary.sentence).toContain(sentence);
    expect(verification.summary.sentence).not.toContain('Heart surgery');
  });

  it('altered after it was signed is told as not genuine, and so is the part', async () => {
    const record = renamed(await compiled([await good(library)]));
    const verification = await verify(record);
    expect([failuresOf(verification), partsOf(verification)]).toEqual([['proof: invalid-signature', 'parts: part-failed'], [RENAMED]]);
    expect(verification.summary.sentence).toMatch(/^Not genuine/);
  });

  it('whose signature fits although a part says less than it did is not good: to JSON-LD the other part still says it', async () => {
    const record = await compiled([await good(library), await good(library)]);
    expect((await verify(record)).verified).toBe(true);
    const changed = JSON.parse(JSON.stringify(record)) as JsonObject;
    const { credential: second } = clrParts(changed)[1]!;
    delete ((second as { credentialSubject: { achievement: { description?: string } } }).credentialSubject.achievement).description;
    const verification = await verify(changed);
    expect(found(verification, 'proof')).toMatchObject({ result: 'passed' });
    expect(partsOf(verification)).toEqual(['', 'proof: invalid-signature,schema: invalid-open-badge']);
    expect(verification.verified).toBe(false);
  });
});

describe('a record in a record', () => {
  it('is looked into, and one in that is not', async () => {
    const [inner, part] = [await compiled([await signed(badgeOf(stranger), stranger)], stranger), await good(library)];
    const nested = await verify(await compiled([inner, part]));
    expect([nested.verified, partsOf(nested), partsOf(nested.parts![0]!.verification!)]).toEqual([true, ['', ''], ['']]);
    const deep = await verify(await compiled([await compiled([inner])]));
    expect(failuresOf(deep)).toEqual(['parts: part-failed']);
    expect(partsOf(deep.parts![0]!.verification!)).toEqual(['parts: too-deep-for-parts']);
  });

  it('that holds what is revoked takes the outer with it', async () => {
    const part = await good(club);
    const record = await compiled([await compiled([part])]);
    await revoke(part, club);
    const verification = await verify(record);
    expect([failuresOf(verification), partsOf(verification), partsOf(verification.parts![0]!.verification!)]).toEqual([['parts: part-failed'], ['parts: part-failed'], ['status: revoked']]);
    expect(verification.summary.sentence).toMatch(/^Nothing in it stands; .* of which 1 is not in order: number 1, of the credentials in it, 1 no longer stands: “First aid”, revoked by Rowing Club/);
  });
});

describe('wherever a record is sent', () => {
  const forged = async () => compiled([await good(library), renamed(await good(club))]);

  it('its parts are told of: in a batch, in a presentation, by the VC API', async () => {
    const record = await forged();
    const batch = VerificationResults.parse((await service.post('/v1/verifications/batch', { verifiableCredentials: [record, await good(library)] })).body);
    expect(batch.results.map(({ verification }) => [verification?.verified, partsOf(verification!)])).toEqual([[false, ['', RENAMED]], [true, []]]);
    const presentation = { '@context': [CREDENTIALS_V2], type: ['VerifiablePresentation'], verifiableCredential: [record] };
    const { credentials } = PresentationVerification.parse((await service.post('/v1/presentations', { verifiablePresentation: presentation })).body);
    expect(partsOf(credentials[0]!.verification!)).toEqual(['', RENAMED]);
    const { status, body } = await service.post('/credentials/verify', { verifiableCredential: record });
    expect(status).toBe(422);
    expect(NotVerified.parse(body).problemDetails.map(({ code, pointer }) => [code, pointer])).toEqual(expect.arrayContaining([
      ['part-failed', `/verifiableCredential${at(1)}`], ['invalid-signature', `/verifiableCredential${at(1)}/proof`],
    ]));
    expect((await service.post('/profiles/proof-only/credentials/verify', { verifiableCredential: record })).status).toBe(200);
  });

  it('no more than a thousand parts are looked at for one question', async () => {
    const token = `${Buffer.from('{"alg":"EdDSA"}').toString('base64url')}.e30.${'A'.repeat(86)}`;
    const [row, over] = [500, 501].map((count) => recordOf(city, Array.from({ length: count }, () => token)));
    const { status, body } = await service.post('/v1/verifications/batch', { verifiableCredentials: [row, over, row, row, badgeOf(city)] });
    expect(status).toBe(200);
    expect(VerificationResults.parse(body).results.map(({ verification, problem }) => verification?.parts?.length ?? problem?.code)).toEqual([500, 'credential-too-large', 500, 'credential-too-large', undefined]);
    expect(await service.post('/v1/verifications', { verifiableCredential: over })).toMatchObject({ status: 422, body: { code: 'credential-too-large', errors: [{ pointer: '/verifiableCredential' }] } });
  }, 60_000);

  it('a list that its parts have in common is asked for once', async () => {
    const other = new Stranger(host, 'other');
    const url = host.url('/lists/1');
    let asked = 0;
    const list = await other.statusList(url, Bitstring.empty().encode());
    host.answers.set('/lists/1', (_request, response) => (asked += 1, void response.writeHead(200, { 'content-type': 'application/vc+jwt', 'cache-control': 'no-store' }).end(list)));
    const badges = await Promise.all(Array.from({ length: 20 }, (_, index) => other.badge({ id: `urn:uuid:${newId()}`, credentialStatus: { type: 'BitstringStatusListEntry', statusPurpose: 'revocation', statusListIndex: String(index), statusListCredential: url } })));
    const verification = await verify(await compiled(badges));
    expect(partsOf(verification)).toEqual(badges.map(() => ''));
    expect(asked).toBe(1);
  });

  it('one of 58 parts as JSON, which a worker reads, holds nobody up', async () => {
    const parts = await Promise.all(Array.from({ length: 58 }, () => signed(badgeOf(stranger), stranger)));
    const record = await compiled(parts);
    let done = false;
    const started = performance.now();
    const verifying = verify(record).finally(() => (done = true));
    const waits: number[] = [];
    while (!done) {
      const begun = performance.now();
      await service.get('/health/live');
      waits.push(performance.now() - begun);
    }
    expect(partsOf(await verifying)).toEqual(parts.map(() => ''));
    const [whole, median] = [performance.now() - started, waits.sort((a, b) => a - b)[waits.length >> 1] ?? 0];
    process.stdout.write(`a record of 58 parts: ${Math.round(whole)} ms; others wait ${median.toFixed(1)} ms (median), ${waits.at(-1)?.toFixed(1)} ms at most\n`);
    expect(median).toBeLessThan(Math.max(100, whole / 10));
  }, 60_000);
});
