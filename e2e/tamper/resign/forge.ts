import { bundledContexts, HashedDocument, type Json, type JsonObject, type Signer } from '@laurel/credentials';
import { SUITES } from '@laurel/credentials/signing';
import type { Stage } from '../stage/stage.js';
import type { Asked, Exhibit, Verdict } from '../verdicts/judged.js';

/** Whole seconds before every exhibit is looked at. */
export const SIGNED_AT = '2026-11-24T09:30:00Z';

/**
 * Signs whatever it is given, without the lint that stands before Laurel's own signatures: what a careless or a lying issuer
 * could send. eddsa-jcs-2022 asks nothing of a document, not even that its words have a meaning.
 */
export async function forge(document: JsonObject, signer: Signer, suite = suiteFor(signer), options: Partial<Record<string, Json>> = {}): Promise<JsonObject> {
  const proof = await SUITES.get(suite)?.prove(new HashedDocument(document, bundledContexts), { created: SIGNED_AT, proofPurpose: 'assertionMethod', ...options }, signer);
  if (!proof) throw new Error(`no suite ${suite}`);
  return { ...document, proof };
}

const suiteFor = ({ publicKey }: Signer): string => (publicKey.type === 'Ed25519' ? 'eddsa-jcs-2022' : 'ecdsa-jcs-2019');

/** A proof over a document that has proofs already, as another one beside them. */
export async function countersign({ proof, ...document }: JsonObject, signer: Signer, suite = suiteFor(signer)): Promise<JsonObject> {
  const other = (await forge(document, signer, suite)).proof;
  return { ...document, proof: [...[proof ?? []].flat(), other ?? {}] as Json };
}

export const exhibit = (name: string, sent: Exhibit['sent'], verdict: Verdict, asked?: Asked): Exhibit => ({ name, sent, verdicts: [verdict], ...(asked && { asked }) });

export const without = (document: JsonObject, ...members: readonly string[]): JsonObject => Object.fromEntries(Object.entries<Json>(document).filter(([member]) => !members.includes(member)));

/** A good document of a stranger about what the library teaches, before it is signed; it names no status. */
export const strangersDocument = ({ library }: Stage, issuer: string): JsonObject => without(library.document('0193609a-0000-7000-8000-000000000099', issuer), 'credentialStatus');
