import { CredentialError, type JsonObject, type OpenedCredential, openCredential, openPresentation, type OpenedPresentation, type Profile } from '@laurel/credentials';
import { problem } from '../problems.js';

/** A credential as it was sent, and opened. */
export interface Submitted {
  readonly sent: string | JsonObject;
  readonly opened: OpenedCredential;
}

/** A credential out of what was sent as one, `at` this place in the request. @throws Problem `not-a-credential`, `credential-too-large` */
export const credentialIn = (sent: unknown, profile?: Profile, at = '/verifiableCredential'): OpenedCredential => refusing(() => openCredential(sent, profile), 'not-a-credential', at);

/** A presentation out of what was sent as one. @throws Problem `not-a-presentation`, `credential-too-large` */
export const presentationIn = (sent: unknown, profile?: Profile): OpenedPresentation => refusing(() => openPresentation(sent, profile), 'not-a-presentation', '/verifiablePresentation');

function refusing<Opened>(open: () => Opened, code: 'not-a-credential' | 'not-a-presentation', at: string): Opened {
  try {
    return open();
  } catch (error) {
    if (error instanceof CredentialError) throw refusal(error, code, at);
    throw error;
  }
}

/** Why something sent is none of what it was sent as, and where. */
export const refusal = ({ code, detail, pointer = '' }: CredentialError, otherwise: 'not-a-credential' | 'not-a-presentation', at: string) =>
  problem(code === 'too-large' ? 'credential-too-large' : otherwise, detail, { errors: [{ pointer: at + pointer, detail }] });
