import { clrParts } from '../clr/clr-parts.js';
import { CredentialError } from '../credential-error.js';
import type { Json, JsonObject } from '../document/json.js';
import type { Profile } from '../document/profile.js';
import { openCredential } from './open-credential.js';
import type { OpenedCredential } from './opened-credential.js';

/** A credential in a presentation or a learner record, opened, or why it is none. */
export interface Contained {
  /** Where it stands in what holds it. */
  readonly pointer: string;
  readonly sent: Json;
  readonly credential: OpenedCredential | CredentialError;
}

export function contained(pointer: string, sent: Json, profile: Profile = 'full'): Contained {
  try {
    return { pointer, sent, credential: openCredential(sent, profile) };
  } catch (error) {
    if (error instanceof CredentialError) return { pointer, sent, credential: error };
    throw error;
  }
}

/** What is in a learner record, each in whichever envelope it has, to be verified as if it had been sent alone. */
export const partsIn = (document: JsonObject): Contained[] => clrParts(document).map(({ pointer, credential }) => contained(pointer, credential));
