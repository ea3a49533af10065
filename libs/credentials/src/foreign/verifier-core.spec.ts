import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { buildAchievementCredential } from '../achievement/build-achievement-credential.js';
import { lint } from '../linting/lint.js';
import { CredentialSigner, type SignedCredential } from '../proof/credential-signer.js';
import { SAMPLE_NOW, libraryCourse, sampleIssuer } from '../samples/library-course.js';
import { Bitstring } from '../status-list/bitstring.js';
import type { StatusPurpose } from '../status-list/status-entry.js';
import { buildStatusListCredential } from '../status-list/status-list-credential.js';
import { stepsOf } from './implementations/verifier-core.js';

const { revocationList, suspensionList, index } = libraryCourse().status;
const signer = new CredentialSigner(sampleIssuer);

async function statusList(url: string, purpose: StatusPurpose, set: boolean): Promise<SignedCredential> {
  const bits = Bitstring.empty();
  if (set) bits.set(index, true);
  return signer.sign(await lint(buildStatusListCredential({ url, purpose, bits, issuer: sampleIssuer.did, validFrom: SAMPLE_NOW.toISOString() })), SAMPLE_NOW);
}

/** What there is on the network: our two lists. */
let network: ReadonlyMap<string, SignedCredential>;

describe('@digitalcredentials/verifier-core', () => {
  let credential: SignedCredential;
  beforeEach(async () => {
    credential = await signer.sign(await lint(buildAchievementCredential(libraryCourse())), SAMPLE_NOW);
    network = new Map([[revocationList, await statusList(revocationList, 'revocation', false)], [suspensionList, await statusList(suspensionList, 'suspension', false)]]);
    // It looks for the schema at 1EdTech too, and says on the console that it is offline.
    jest.spyOn(console, 'log').mockImplementation(() => undefined);
    jest.spyOn(console, 'error').mockImplementation(() => undefined);
    jest.useFakeTimers({ now: SAMPLE_NOW.getTime() + 1_000, doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask', 'setTimeout'] });
    jest.spyOn(globalThis, 'fetch').mockImplementation(async (request) => {
      const found = network.get(request instanceof Request ? request.url : String(request));
      return found ? Response.json(found) : Response.json({}, { status: 404 });
    });
  });
  afterEach(() => {
    jest.restoreAllMocks();
    jest.useRealTimers();
  });

  it('reads in our status lists that it stands', async () => {
    expect(await stepsOf(credential)).toMatchObject({ valid_signature: true, expiration: true, revocation_status: true });
  });

  it('reads in our status lists that it is revoked', async () => {
    network = new Map([...network, [revocationList, await statusList(revocationList, 'revocation', true)]]);
    expect(await stepsOf(credential)).toMatchObject({ valid_signature: true, revocation_status: false });
  });
});
