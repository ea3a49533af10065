import { Credential, Message, RecordEntry } from './answers.js';
import { everyItem } from './pages.js';
import type { Connection } from './http/connection.js';
import { Session } from './http/session.js';
import { fixedToken, TokenAnswer } from './http/tokens.js';

/** Has a code mailed to the address, if Laurel knows it; the answer is the same if not. */
export async function askForCode(connection: Connection, email: string): Promise<void> {
  await new Session(connection).send({ method: 'POST', path: '/v1/sign-in/codes', json: { email } });
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

  messages() {
    return everyItem(this.session, '/v1/me/messages', Message);
  }
}
