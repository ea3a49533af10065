import { verifyCredential } from '@digitalcredentials/verifier-core';
import type { Implementation } from './implementation.js';

/** What it says of each of its steps; a step that is missing was not reached. It looks at the clock and the network by itself. */
export async function stepsOf(sent: unknown): Promise<Readonly<Record<string, boolean | undefined>>> {
  const { log } = await verifyCredential({ credential: sent as Parameters<typeof verifyCredential>[0]['credential'], knownDIDRegistries: [] });
  return Object.fromEntries((log ?? []).map(({ id, valid }) => [id, valid]));
}

/** The verifier of the Digital Credentials Consortium; it signs nothing. */
export const verifierCore: Implementation = {
  name: '@digitalcredentials/verifier-core',
  formats: ['eddsa-rdfc-2022'],
  async accepts(_format, sent) {
    const { valid_signature: signature, expiration } = await stepsOf(sent);
    return signature === true && expiration === true;
  },
};
