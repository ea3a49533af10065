import { CredentialError } from '../credential-error.js';
import { asList, below, isObject, type JsonObject } from '../document/json.js';
import { isTooLarge, MAX_DEPTH, MAX_MEMBERS } from '../document/members.js';
import type { Profile } from '../document/profile.js';
import { openSecured } from '../envelopes/open-secured.js';
import { type Contained, contained } from './contained.js';
import { openDocument } from './open-document.js';
import type { OpenedCredential } from './opened-credential.js';
import { readSent } from './read-sent.js';

/** A presentation out of its envelope, with the credentials in it still in theirs. Nothing about it is verified. */
export interface OpenedPresentation extends Omit<OpenedCredential, 'envelope'> {
  readonly envelope: 'data-integrity' | 'vp+jwt' | 'vp+sd-jwt';
}

/** More credentials than anybody shows at once, few enough to verify each. */
const MAX_PRESENTED = 100;

/**
 * Opens a presentation, in whichever envelope it was sent: a JSON object, a vp+jwt as a string, or one of these in an
 * EnvelopedVerifiablePresentation. Throws CredentialError for what is none, and `too-large`.
 */
export function openPresentation(sent: unknown, profile: Profile = 'full'): OpenedPresentation {
  const read = readSent(sent, profile);
  if (typeof read === 'string') {
    const opened = openSecured(read, profile);
    if (opened.kind === 'credential') throw new CredentialError('not-a-presentation', 'this is a credential', '');
    return counted(opened);
  }
  if (!isObject(read)) throw new CredentialError('not-a-presentation', 'a presentation is a JSON object, or a token as a string', '');
  if (isTooLarge(read)) throw new CredentialError('too-large', `at most ${MAX_DEPTH} levels and ${MAX_MEMBERS} members`, '');
  if (asList(read.type).includes('VerifiableCredential')) throw new CredentialError('not-a-presentation', 'this is a credential', '/type');
  return counted(openDocument(read));
}

function counted(opened: OpenedPresentation): OpenedPresentation {
  if (asList(opened.document.verifiableCredential).length > MAX_PRESENTED) throw new CredentialError('too-large', `at most ${MAX_PRESENTED} credentials`, '/verifiableCredential');
  return opened;
}

/** What is in a presentation, each in whichever envelope it has. */
export function presentedIn({ verifiableCredential }: JsonObject, profile: Profile = 'full'): Contained[] {
  const one = !Array.isArray(verifiableCredential);
  return asList(verifiableCredential).map((sent, at) => contained(one ? '/verifiableCredential' : below('/verifiableCredential', at), sent, profile));
}
