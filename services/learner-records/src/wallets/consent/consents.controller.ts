import { Body, Controller, Get, HttpCode, Post, Query, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiFoundResponse, ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { RouteConfig } from '@nestjs/platform-fastify';
import { formBody, OAuthErrorFilter, readForm } from '@laurel/http';
import type { FastifyReply } from 'fastify';
import { CityIdentity } from '../../open-badges/city-identity.js';
import { PARAMETERS, type Parameters } from './authorization-request.js';
import { consentPage, strayPage } from './consent-page.js';
import { Consents, type Step } from './consents.js';
import { pageHeaders } from './page.js';

@ApiTags('wallets')
@Controller('oauth/learners/authorize')
@UseFilters(OAuthErrorFilter)
export class ConsentsController {
  constructor(
    private readonly consents: Consents,
    private readonly city: CityIdentity,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Ask a learner to let a wallet read (RFC 6749 section 4.1.1)', description: 'For browsers: shows who asks for what, signs the learner in by a code in their mail, and leads back to the wallet.' })
  @ApiQuery({ name: 'response_type', schema: { type: 'string', enum: ['code'] } })
  @ApiQuery({ name: 'client_id' })
  @ApiQuery({ name: 'redirect_uri' })
  @ApiQuery({ name: 'scope' })
  @ApiQuery({ name: 'state' })
  @ApiQuery({ name: 'code_challenge' })
  @ApiQuery({ name: 'code_challenge_method', schema: { type: 'string', enum: ['S256'] } })
  @ApiOkResponse({ content: { 'text/html': { schema: { type: 'string' } } } })
  @ApiFoundResponse({ description: 'to redirect_uri with an error' })
  async ask(@Query() query: Readonly<Record<string, unknown>>, @Res() reply: FastifyReply): Promise<void> {
    const parameters = new Map(PARAMETERS.flatMap((name): [string, string][] => (typeof query[name] === 'string' && query[name] !== '' ? [[name, query[name]]] : [])));
    this.send(reply, await this.consents.ask(parameters), parameters);
  }

  @Post()
  @HttpCode(200)
  @RouteConfig(formBody)
  @ApiExcludeEndpoint()
  async answer(@Body() form: unknown, @Res() reply: FastifyReply): Promise<void> {
    const parameters = form instanceof URLSearchParams ? readForm(form) : new Map<string, string>();
    this.send(reply, await this.consents.answer(parameters), parameters);
  }

  private send(reply: FastifyReply, step: Step, parameters: Parameters): void {
    if ('back' in step) {
      void reply.headers({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' }).redirect(step.back, 302);
      return;
    }
    void reply.type('text/html; charset=utf-8');
    if ('stray' in step) void reply.status(400).headers(pageHeaders()).send(strayPage(this.city.name));
    else {
      const { metadata } = step.show.wallet;
      const origins = [...new Set([metadata.logo_uri, step.show.redirectUri].map((url) => new URL(url).origin))];
      void reply.headers(pageHeaders(origins)).send(consentPage(this.city.name, step.show, parameters, step.stage));
    }
  }
}
