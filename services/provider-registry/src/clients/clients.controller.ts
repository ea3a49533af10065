import { Body, Controller, Delete, HttpCode, Param, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Id } from '@laurel/events';
import { Allow, Created, FromCaller, type Caller } from '@laurel/http';
import { CreateClient, NewClient } from './client.js';
import { Clients } from './clients.js';

@ApiTags('providers')
@Controller('v1/providers/:id/clients')
export class ClientsController {
  constructor(private readonly clients: Clients) {}

  @Post()
  @ApiOperation({ summary: 'Make an API client; its secret is shown this once' })
  @Allow('operator', 'provider')
  @Created(NewClient, ({ providerId, clientId }) => `/v1/providers/${providerId}/clients/${clientId}`)
  create(@Param('id', { schema: Id }) providerId: string, @Body({ schema: CreateClient }) client: CreateClient, @FromCaller() caller: Caller) {
    return this.clients.create(providerId, client, caller);
  }

  @Delete(':clientId')
  @ApiOperation({ summary: 'Delete an API client; its tokens stop within five seconds' })
  @Allow('operator', 'provider')
  @HttpCode(204)
  @ApiNoContentResponse()
  revoke(@Param('id', { schema: Id }) providerId: string, @Param('clientId', { schema: Id }) clientId: string, @FromCaller() caller: Caller) {
    return this.clients.revoke(providerId, clientId, caller);
  }
}
