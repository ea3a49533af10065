import { CredentialError } from '../credential-error.js';
import { asList, below, isObject, type Json, type JsonObject } from '../document/json.js';
import { isTooLarge, MAX_DEPTH, MAX_MEMBERS } from '../document/members.js';
import type { Profile } from '../document/profile.js';
import { openSecured } from '../envelopes/open-secured.js';
import { openCredential } from './open-credential.js';
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

/** A credential in a presentation, opened, or why it is none. */
export interface Presented {
  /** Where it stands in the presentation. */
  readonly pointer: string;
  readonly sent: Json;
  readonly credential: OpenedCredential | CredentialError;
}

/** What is in a presentation, each in whichever envelope it has. */
export function presentedIn({ verifiableCredential }: JsonObject, profile: Profile = 'full'): Presented[] {
  const one = !Array.isArray(verifiableCredential);
  return asList(verifiableCredential).map((sent, at) => ({ pointer: one ? '/verifiableCredential' : below('/verifiableCredential', at), sent, credential: opened(sent, profile) }));
}

function opened(sent: Json, profile: Profile): OpenedCredential | CredentialError {
  try {
    return openCredential(sent, profile);
  } catch (error) {
    if (error instanceof CredentialError) return error;
    throw error;
  }
}
