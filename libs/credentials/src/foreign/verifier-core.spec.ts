import { describe, expect, it, jest } from '@jest/globals';
import { verifyCredential } from '@digitalcredentials/verifier-core';
import { buildAchievementCredential } from '../achievement/build-achievement-credential.js';
import { lint } from '../linting/lint.js';
import { CredentialSigner } from '../proof/credential-signer.js';
import { SAMPLE_NOW, libraryCourse, sampleIssuer } from '../samples/library-course.js';

type Input = Parameters<typeof verifyCredential>[0]['credential'];

/** Without a status, which it would fetch. */
async function signature(change: (json: string) => string): Promise<boolean | undefined> {
  const signed = await new CredentialSigner(sampleIssuer).sign(await lint(buildAchievementCredential(libraryCourse())), SAMPLE_NOW);
  const credential = JSON.parse(change(JSON.stringify(signed))) as Input;
  const { log } = await verifyCredential({ credential, knownDIDRegistries: [] });
  return log?.find(({ id }) => id === 'valid_signature')?.valid;
}

describe('@digitalcredentials/verifier-core', () => {
  it('accepts our signature and refuses an altered credential, offline', async () => {
    const fetched = jest.spyOn(globalThis, 'fetch').mockRejectedValue(new Error('offline'));
    expect(await signature((json) => json)).toBe(true);
    expect(await signature((json) => json.replace('"87"', '"97"'))).not.toBe(true);
    fetched.mockRestore();
  });
});
