import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Id } from '@laurel/events';
import { Allow, FromCaller, NoQuery, PageQuery, pageOf, type Caller } from '@laurel/http';
import { ListedCredential } from './credential.js';
import { Credentials } from './credentials.js';

@ApiTags('credentials')
@Controller('v1/credentials')
export class CredentialsController {
  constructor(private readonly credentials: Credentials) {}

  @Get()
  @ApiOperation({ summary: "Credentials of the learner, or of the provider's outcomes" })
  @Allow('learner', 'provider')
  @ApiOkResponse({ standardSchema: pageOf(ListedCredential) })
  list(@Query({ schema: PageQuery }) page: PageQuery, @FromCaller() caller: Caller) {
    return this.credentials.list(page, caller);
  }

  @Get(':id')
  @ApiOperation({ summary: 'A credential as it was signed' })
  @Allow('learner', 'provider')
  @Header('content-type', 'application/vc')
  @Header('cache-control', 'private, no-cache')
  @ApiOkResponse({ content: { 'application/vc': { schema: { type: 'object' } } } })
  document(@Param('id', { schema: Id }) id: string, @Query({ schema: NoQuery }) _: NoQuery, @FromCaller() caller: Caller) {
    return this.credentials.document(id, caller);
  }
}
