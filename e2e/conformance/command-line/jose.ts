import { contextsWith, fault, isVerified, openCredential, openPresentation, verifyCredential, verifyPresentation, type JsonObject, type ResolveKey } from '@laurel/credentials';
import { signVcJwt, signVpJwt } from '@laurel/credentials/signing';
import { readFileSync } from 'node:fs';
import { suiteContexts } from '../suites/suite-contexts.js';
import { readKeyFile } from './key-file.js';

export type Feature = 'credential_jose' | 'presentation_jose';

/** When the suite's tokens were made; the presentation among them ended a day later. */
const NOW = new Date('2024-12-16T12:00:00Z');

/** Signs a credential or presentation as it stands. @throws for a key that signs nothing here */
export function issue(feature: Feature, input: string, keyFile: string): Promise<string> {
  const document = JSON.parse(readFileSync(input, 'utf8')) as JsonObject;
  const { signer } = readKeyFile(keyFile);
  return feature === 'credential_jose' ? signVcJwt(document, signer, { issuedAt: NOW }) : signVpJwt(document, signer, { issuedAt: NOW });
}

/**
 * Whether a token was secured with the key. Of a presentation that is its signature, and that nothing in it is unsecured: its
 * credentials are secured by others, one of them with COSE. @throws for what is no token
 */
export async function verify(feature: Feature, input: string, keyFile: string): Promise<boolean> {
  const sent = readFileSync(input, 'utf8').trim();
  const options = { now: NOW, contexts: contextsWith(suiteContexts()), profile: 'proof-only', resolveKey: only(keyFile) } as const;
  if (feature === 'credential_jose') return isVerified(await verifyCredential(openCredential(sent), options));
  return isVerified((await verifyPresentation(openPresentation(sent), options)).filter(({ check }) => check === 'structure' || check === 'proof'));
}

/** The suite says with which key a token must have been signed. */
function only(keyFile: string): ResolveKey {
  const key = readKeyFile(keyFile);
  return (verificationMethod) => (verificationMethod === key.kid || verificationMethod.endsWith(`#${key.kid}`) ? key : fault('unknown-key', { controller: key.controller }));
}
