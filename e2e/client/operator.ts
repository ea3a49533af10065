import type { Scope } from '@laurel/events';
import { Created } from './answers.js';
import type { Connection } from './http/connection.js';
import { Session } from './http/session.js';
import { ClientCredentials, ClientTokens } from './http/tokens.js';

export interface AccreditProvider {
  readonly accreditor: { readonly name: string; readonly url?: string };
  readonly scope: Scope;
  /** Days of the calendar, both included. */
  readonly validFrom: string;
  readonly validUntil?: string;
}

/** The learning city: lets providers in and says what each is recognised for. */
export class Operator {
  private readonly session: Session;

  constructor(connection: Connection, client: ClientCredentials) {
    this.session = new Session(connection, new ClientTokens(connection, client));
  }

  async approve(providerId: string): Promise<void> {
    await this.session.send({ method: 'POST', path: `/v1/providers/${providerId}/decisions`, json: { decision: 'approve' } });
  }

  async accredit(providerId: string, accreditation: AccreditProvider): Promise<string> {
    return (await this.session.post(`/v1/providers/${providerId}/accreditations`, accreditation, Created)).id;
  }

  /** A client that administers what is the provider's, unless it is made for something else. */
  addClient(providerId: string, name: string, scopes: readonly string[] = ['provider']): Promise<ClientCredentials> {
    return this.session.post(`/v1/providers/${providerId}/clients`, { name, scopes }, ClientCredentials);
  }
}
