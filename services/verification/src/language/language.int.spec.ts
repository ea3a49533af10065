import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CREDENTIALS_V2 } from '@laurel/credentials';
import { FakeClock, ServiceUnderTest } from '@laurel/testing';
import { VerificationConfig, VerificationModule } from '../app.module.js';
import { NOW, unsigned } from '../samples/first-aid.js';

let service: ServiceUnderTest;

beforeAll(async () => {
  service = await ServiceUnderTest.start({ name: 'verification', config: VerificationConfig, moduleOf: (config) => VerificationModule.with(config), clock: new FakeClock(NOW) });
});
afterAll(() => service.stop());

const [ENGLISH, FRENCH] = ['Not signed: anybody could have written it.', 'Non signée\u00a0: n’importe qui a pu l’écrire.'];
const NOBODY = { en: 'nobody has signed it', fr: 'personne ne l’a signée' };

async function ask(path: string, json: unknown, language?: string) {
  const headers = { 'content-type': 'application/json', ...(language !== undefined && { 'accept-language': language }) };
  const answer = await fetch(`${service.url}/v1/${path}`, { method: 'POST', headers, body: JSON.stringify(json) });
  return { status: answer.status, language: answer.headers.get('content-language'), vary: answer.headers.get('vary'), text: await answer.text() };
}
const presentation = { '@context': [CREDENTIALS_V2], type: ['VerifiablePresentation'], verifiableCredential: [unsigned()] };

describe.each<[string, unknown]>([
  ['verifications', { verifiableCredential: unsigned() }],
  ['verifications/batch', { verifiableCredentials: [unsigned(), 7] }],
  ['presentations', { verifiablePresentation: presentation }],
])('POST /v1/%s', (path, json) => {
  it.each<[string | undefined, 'en' | 'fr', string]>([
    [undefined, 'en', ENGLISH], ['fr-FR,fr;q=0.9,en;q=0.8', 'fr', FRENCH], ['de,en;q=0.5', 'en', ENGLISH], ['de', 'en', ENGLISH],
  ])('asked for %j answers in %s', async (asked, language, sentence) => {
    const answer = await ask(path, json, asked);
    expect(answer).toMatchObject({ status: 200, language, vary: expect.stringMatching(/\bAccept-Language$/) });
    expect(answer.text).toContain(JSON.stringify(sentence));
    expect(answer.text).toContain(JSON.stringify(NOBODY[language]));
    expect(answer.text).not.toContain(JSON.stringify(NOBODY[language === 'en' ? 'fr' : 'en']));
  });

  it('has problems in English, and says nothing else', async () => {
    expect(await ask(path, {}, 'fr')).toMatchObject({ language: null, text: expect.stringContaining('"detail":') });
  });
});
