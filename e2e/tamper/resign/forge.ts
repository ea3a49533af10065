import { bundledContexts, HashedDocument, type Json, type JsonObject, type Signer } from '@laurel/credentials';
import { SUITES } from '@laurel/credentials/signing';

/** Whole seconds before every exhibit is looked at. */
export const SIGNED_AT = '2026-11-24T09:30:00Z';

/**
 * Signs whatever it is given, without the lint that stands before Laurel's own signatures: what a careless or a lying issuer
 * could send. eddsa-jcs-2022 asks nothing of a document, not even that its words have a meaning.
 */
export async function forge(document: JsonObject, signer: Signer, suite = 'eddsa-jcs-2022', options: Partial<Record<string, Json>> = {}): Promise<JsonObject> {
  const proof = await SUITES.get(suite)?.prove(new HashedDocument(document, bundledContexts), { created: SIGNED_AT, proofPurpose: 'assertionMethod', ...options }, signer);
  if (!proof) throw new Error(`no suite ${suite}`);
  return { ...document, proof };
}

/** A proof over a document that has proofs already, as another one beside them. */
export async function countersign({ proof, ...document }: JsonObject, signer: Signer, suite = 'eddsa-jcs-2022'): Promise<JsonObject> {
  const other = (await forge(document, signer, suite)).proof;
  return { ...document, proof: [...[proof ?? []].flat(), other ?? {}] as Json };
}
