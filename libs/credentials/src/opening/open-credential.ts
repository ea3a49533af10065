import { clrParts } from '../clr/clr-parts.js';
import { CredentialError } from '../credential-error.js';
import { admit } from '../document/admit.js';
import type { Profile } from '../document/profile.js';
import { openSecured } from '../envelopes/open-secured.js';
import { openDocument } from './open-document.js';
import type { OpenedCredential } from './opened-credential.js';
import { readSent } from './read-sent.js';

/** More credentials than a learner record has, few enough to verify each. */
const MAX_PARTS = 500;

/**
 * Opens a credential, in whichever envelope it was sent: a JSON object with proofs of its own, a vc+jwt or SD-JWT VC as a string,
 * one of these in an EnvelopedVerifiableCredential, or an image that carries one, as a `data:` URL.
 * Throws CredentialError for what is none, and `too-large`. Whether it is a good one is for the checks to say.
 */
export function openCredential(sent: unknown, profile: Profile = 'full'): OpenedCredential {
  const read = readSent(sent, profile);
  if (typeof read !== 'string') return counted(openDocument(admit(read)));
  const opened = openSecured(read, profile);
  if (opened.kind === 'presentation') throw new CredentialError('not-a-credential', 'this is a presentation; send the credential in it', '');
  return counted(opened);
}

function counted(opened: OpenedCredential): OpenedCredential {
  if (clrParts(opened.document).length > MAX_PARTS) throw new CredentialError('too-large', `at most ${MAX_PARTS} credentials in a learner record`, '');
  return opened;
}
