import type { CredentialFormat } from '@laurel/credentials';
import { Credential, Message, RecordEntry } from './answers.js';
import { everyItem } from './pages.js';
import type { Connection } from './http/connection.js';
import { Session } from './http/session.js';
import { fixedToken, TokenAnswer } from './http/tokens.js';

/** Has a code mailed to the address, if Laurel knows it; the answer is the same if not. */
export async function askForCode(connection: Connection, email: string): Promise<void> {
  await new Session(connection).send({ method: 'POST', path: '/v1/sign-in/codes', json: { email } });
}

/** A credential as it comes in some format. */
export interface Fetched {
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** A learner, signed in with the code from the mail. */
export class Learner {
  private constructor(private readonly session: Session) {}

  static async signIn(connection: Connection, email: string, code: string): Promise<Learner> {
    const { access_token: token } = await new Session(connection).post('/v1/sign-in', { email, code }, TokenAnswer);
    return new Learner(new Session(connection, fixedToken(token)));
  }

  record(): Promise<RecordEntry[]> {
    return everyItem(this.session, '/v1/me/record', RecordEntry);
  }

  credential(id: string): Promise<Credential> {
    return this.session.get(`/v1/credentials/${id}`, Credential);
  }

  async credentialAs(id: string, format: CredentialFormat): Promise<Fetched> {
    const { headers, bytes } = await this.session.send({ method: 'GET', path: `/v1/credentials/${id}?format=${format}` });
    return { mediaType: headers.get('content-type')?.split(';')[0] ?? '', bytes };
  }

  messages() {
    return everyItem(this.session, '/v1/me/messages', Message);
  }
}
