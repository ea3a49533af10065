import type { Setting } from '@laurel/events';
import { Created, Verification } from './answers.js';
import type { Connection } from './http/connection.js';
import { Session } from './http/session.js';

export interface ApplyAsProvider {
  readonly name: string;
  readonly setting: Setting;
  readonly email: string;
  readonly legalForm?: string;
  readonly url?: string;
  readonly description?: string;
  readonly languages?: readonly string[];
}

/** What needs no account: to apply as a provider, to check a credential, to read what is public. */
export class Anyone {
  private readonly session: Session;

  constructor(connection: Connection) {
    this.session = new Session(connection);
  }

  async apply(application: ApplyAsProvider): Promise<string> {
    return (await this.session.post('/v1/providers', application, Created)).id;
  }

  verify(verifiableCredential: unknown): Promise<Verification> {
    return this.session.post('/v1/verifications', { verifiableCredential }, Verification, true);
  }

  /** A status list credential, the very text that was signed. */
  async statusList(id: string): Promise<string> {
    return (await this.session.send({ method: 'GET', path: `/v1/status-lists/${id}` })).text;
  }
}
