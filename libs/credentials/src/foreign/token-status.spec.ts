import { afterEach, expect, it, jest } from '@jest/globals';
import { secure } from '../formats/formats.js';
import { lint } from '../linting/lint.js';
import { SAMPLE_NOW as now } from '../samples/library-course.js';
import { sampleSigner } from '../samples/sample-key.js';
import { Bitstring } from '../status-list/bitstring.js';
import { signTokenStatusList } from '../status-list/status-list-token.js';
import { TokenStatusList } from '../status-list/token-status-list.js';
import { contentsOf } from './contents.js';
import { sdJwtVcLibrary } from './implementations/sd-jwt-vc.js';

const issuer = sampleSigner(9, 'P-256');
const status = { uri: 'https://laurel.example/v1/token-status-lists/1', idx: 90_210 };

afterEach(() => void jest.restoreAllMocks());

/** What @sd-jwt/sd-jwt-vc says of a credential, with this list on the network. */
async function verdict(statuses: TokenStatusList, signer = issuer): Promise<boolean> {
  const list = await signTokenStatusList({ uri: status.uri, issuer: issuer.did, list: statuses, issuedAt: now }, signer);
  jest.spyOn(globalThis, 'fetch').mockImplementation(async (request) => new Response(request === status.uri ? list : null, { headers: { 'content-type': 'application/statuslist+jwt' } }));
  const { achievement } = await contentsOf(issuer.did);
  return sdJwtVcLibrary.accepts('sd-jwt-vc', String(await secure('sd-jwt-vc', await lint(achievement), issuer, now, { vct: 'https://laurel.example/v1/credential-types/achievement-credential', status })), now);
}

const listWith = (at: number): TokenStatusList => {
  const revocation = Bitstring.empty();
  revocation.set(at, true);
  return TokenStatusList.of({ revocation, suspension: Bitstring.empty() });
};

it.each<[string, boolean, () => Promise<boolean>]>([
  ['reads in our token status list that a credential stands', true, () => verdict(listWith(status.idx + 1))],
  ['reads there that it is revoked', false, () => verdict(listWith(status.idx))],
  ['believes no list of somebody else', false, () => verdict(listWith(status.idx + 1), sampleSigner(10, 'P-256'))],
])('@sd-jwt/sd-jwt-vc %s', async (_what, stands, ask) => expect(await ask()).toBe(stands));
