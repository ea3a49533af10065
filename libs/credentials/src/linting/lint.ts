import type { z } from 'zod';
import { HashedDocument } from '../canonical/hashed-document.js';
import { bundledContexts } from '../contexts/bundled-contexts.js';
import { contextFault } from '../contexts/context-list.js';
import { refusedMember } from '../document/members.js';
import { CredentialError } from '../credential-error.js';
import { type JsonObject, asList, below, freeze } from '../document/json.js';
import { IssuedAchievementCredential, IssuedStatusListCredential } from './issued-credential.js';

const LINTED = Symbol('linted');

/** A document that passed the lint, frozen, with the hashes of its canonical forms. Only `lint` makes one; the signer takes nothing else. */
export class LintedCredential {
  constructor(
    permit: typeof LINTED,
    readonly hashed: HashedDocument,
  ) {
    if (permit !== LINTED) throw new TypeError('a LintedCredential comes from lint()');
  }

  get document(): JsonObject {
    return this.hashed.document;
  }
}

/**
 * The last look before the signature. Holds the exact contexts, what Open Badges 3.0 and Bitstring Status List 1.0 require
 * of Laurel's own documents, dates in order, both status entries, results that refer to their descriptions, and a canonical
 * form in safe mode. Throws CredentialError with the pointer of the fault.
 */
export async function lint(document: JsonObject): Promise<LintedCredential> {
  const refused = refusedMember(document);
  if (refused) throw new CredentialError('refused-member', refused.detail, refused.pointer);
  const stray = contextFault(document, bundledContexts);
  if (stray) throw new CredentialError('refused-contexts', stray.detail, stray.pointer);
  const read = schemaOf(document).safeParse(document);
  if (!read.success) throw structureError(read.error);
  const credential: z.infer<typeof IssuedAchievementCredential> | z.infer<typeof IssuedStatusListCredential> = read.data;
  if (credential.validUntil !== undefined && Date.parse(credential.validUntil) <= Date.parse(credential.validFrom)) {
    throw new CredentialError('invalid-dates', 'validUntil must lie after validFrom', '/validUntil');
  }
  if ('awardedDate' in credential) lintAchievement(credential);
  const hashed = new HashedDocument(freeze(document), bundledContexts);
  await hashed.rdfc('sha256');
  return new LintedCredential(LINTED, hashed);
}

const schemaOf = (document: JsonObject) =>
  asList(document.type).includes('BitstringStatusListCredential') ? IssuedStatusListCredential : IssuedAchievementCredential;

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
