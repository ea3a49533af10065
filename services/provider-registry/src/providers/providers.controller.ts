import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Id, Provider } from '@laurel/events';
import { Allow, Created, FromCaller, NoQuery, PageQuery, pageOf, type Caller } from '@laurel/http';
import { RecognisedProvider } from '../accreditations/accreditation.js';
import { ApplyAsProvider, DecideOnProvider, Decision } from './provider.js';
import { Providers } from './providers.js';

@ApiTags('providers')
@Controller('v1/providers')
export class ProvidersController {
  constructor(private readonly providers: Providers) {}

  @Post()
  @ApiOperation({ summary: 'Apply as a provider' })
  @Created(Provider, ({ id }) => `/v1/providers/${id}`)
  apply(@Body({ schema: ApplyAsProvider }) application: ApplyAsProvider) {
    return this.providers.apply(application);
  }

  @Post(':id/decisions')
  @ApiOperation({ summary: 'Approve, refuse, suspend or reinstate a provider' })
  @Allow('operator')
  @Created(Decision, ({ providerId }) => `/v1/providers/${providerId}`)
  decide(@Param('id', { schema: Id }) id: string, @Body({ schema: DecideOnProvider }) decision: DecideOnProvider, @FromCaller() operator: Caller) {
    return this.providers.decide(id, decision, operator);
  }

  @Get()
  @ApiOperation({ summary: 'Providers, with who recognises them for what' })
  @ApiOkResponse({ standardSchema: pageOf(RecognisedProvider) })
  list(@Query({ schema: PageQuery }) page: PageQuery, @FromCaller() caller?: Caller) {
    return this.providers.list(page, caller?.tenant);
  }

  @Get(':id')
  @ApiOperation({ summary: 'A provider, with who recognises it for what' })
  @ApiOkResponse({ standardSchema: RecognisedProvider })
  find(@Param('id', { schema: Id }) id: string, @Query({ schema: NoQuery }) _: NoQuery, @FromCaller() caller?: Caller) {
    return this.providers.find(id, caller?.tenant);
  }
}
