import type { z } from 'zod';
import { HashedDocument } from '../canonical/hashed-document.js';
import { bundledContexts } from '../contexts/bundled-contexts.js';
import type { ContextSet } from '../contexts/context-set.js';
import { contextFault } from '../contexts/context-list.js';
import { MAX_DEPTH, MAX_MEMBERS, isTooLarge, refusedMember } from '../document/members.js';
import { CredentialError } from '../credential-error.js';
import { type JsonObject, asList, below, freeze } from '../document/json.js';
import { IssuedAchievementCredential, IssuedClrCredential, IssuedStatusListCredential } from './issued-credential.js';
import { refuseRecord } from './refuse-record.js';

const LINTED = Symbol('linted');
/** The members that a proof will add: what is signed must not be too large for a verifier. */
const PROOF: JsonObject = { type: '', created: '', verificationMethod: '', proofPurpose: '', cryptosuite: '', proofValue: '' };

/** A document that passed a lint, frozen, with the hashes of its canonical forms. Only the lints of this folder make one; the signer takes nothing else. */
export class LintedCredential {
  constructor(
    permit: typeof LINTED,
    readonly hashed: HashedDocument,
  ) {
    if (permit !== LINTED) throw new TypeError('a LintedCredential comes from a lint');
  }

  get document(): JsonObject {
    return this.hashed.document;
  }
}

/**
 * The last look before the signature. Holds the exact contexts, what Open Badges 3.0, CLR 2.0 and Bitstring Status List 1.0 require
 * of Laurel's own documents, dates in order, both status entries, results that refer to their descriptions, and a canonical
 * form in safe mode. Throws CredentialError with the pointer of the fault.
 */
export async function lint(document: JsonObject): Promise<LintedCredential> {
  refuseTooLarge(document);
  const refused = refusedMember(document);
  if (refused) throw new CredentialError('refused-member', refused.detail, refused.pointer);
  const stray = contextFault(document, bundledContexts);
  if (stray) throw new CredentialError('refused-contexts', stray.detail, stray.pointer);
  const read = schemaOf(document).safeParse(document);
  if (!read.success) throw structureError(read.error);
  const credential: z.infer<Issued> = read.data;
  if (credential.validUntil !== undefined && Date.parse(credential.validUntil) <= Date.parse(credential.validFrom)) {
    throw new CredentialError('invalid-dates', 'validUntil must lie after validFrom', '/validUntil');
  }
  if ('awardedDate' in credential) lintAchievement(credential);
  if ('partial' in credential) refuseRecord(credential);
  return asLinted(document, bundledContexts);
}

/** Throws `too-large` for what no verifier of ours would look at when it is signed. */
export function refuseTooLarge(document: JsonObject): void {
  if (isTooLarge({ ...document, proof: PROOF })) throw new CredentialError('too-large', `at most ${MAX_DEPTH} levels and ${MAX_MEMBERS} members`, '');
}

/** For the lints of this folder alone: the last of their steps, a canonical form in safe mode. Throws CredentialError `not-canonicalizable`. */
export async function asLinted(document: JsonObject, contexts: ContextSet): Promise<LintedCredential> {
  const hashed = new HashedDocument(freeze(document), contexts);
  await hashed.rdfc('sha256');
  return new LintedCredential(LINTED, hashed);
}

type Issued = typeof IssuedAchievementCredential | typeof IssuedClrCredential | typeof IssuedStatusListCredential;

function schemaOf({ type }: JsonObject): Issued {
  const types = asList(type);
  if (types.includes('BitstringStatusListCredential')) return IssuedStatusListCredential;
  return types.includes('ClrCredential') ? IssuedClrCredential : IssuedAchievementCredential;
}

/** "The linked result description must be in the achievement that is being asserted" (Open Badges 3.0 appendix B, Result). */
function lintAchievement({ credentialSubject: { result = [], achievement } }: z.infer<typeof IssuedAchievementCredential>): void {
  const described = new Set(achievement.resultDescription?.map(({ id }) => id));
  const stray = result.findIndex(({ resultDescription }) => !described.has(resultDescription));
  if (stray >= 0) throw new CredentialError('invalid-open-badge', 'the result has no description in the achievement', `/credentialSubject/result/${stray}/resultDescription`);
}

function structureError(error: z.ZodError): CredentialError {
  const issue = error.issues[0];
  const path = (issue?.path ?? []).map(String);
  const code = path[0] === '@context' ? 'refused-contexts' : 'invalid-structure';
  return new CredentialError(code, issue?.message ?? 'not a credential', path.reduce(below, ''));
}
