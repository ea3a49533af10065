import { Injectable } from '@nestjs/common';
import { Standing, type Caller } from '@laurel/http';
import { Clients } from './clients/clients.js';

/** The registry decides who stands, so it looks at its own rows at each request. */
@Injectable()
export class RegistryStanding extends Standing {
  constructor(private readonly clients: Clients) {
    super();
  }

  async stands({ role, clientId, id }: Caller): Promise<boolean> {
    return role !== 'provider' || (clientId !== undefined && this.clients.stands(clientId, id));
  }
}
