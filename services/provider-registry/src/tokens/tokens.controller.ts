import { Body, Controller, Get, Header, Headers, HttpCode, Post, UseFilters } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ClientScope, formBody, OAuthErrorFilter } from '@laurel/http';
import { PublicOrigin } from '@laurel/runtime';
import { RouteConfig } from '@nestjs/platform-fastify';
import { readTokenRequest, TokenResponse } from './token-request.js';
import { TokenSecrets, Tokens } from './tokens.js';

@ApiTags('tokens')
@Controller()
export class TokensController {
  constructor(
    private readonly tokens: Tokens,
    private readonly secrets: TokenSecrets,
    private readonly origin: PublicOrigin,
  ) {}

  @Post('oauth/token')
  @RouteConfig(formBody)
  @ApiOperation({ summary: 'An access token for a machine (RFC 6749, client credentials)' })
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @UseFilters(OAuthErrorFilter)
  @ApiBody({ schema: { type: 'object', required: ['grant_type'], properties: { grant_type: { type: 'string', enum: ['client_credentials'] }, scope: { type: 'string' } } } })
  @ApiOkResponse({ standardSchema: TokenResponse })
  issue(@Body() form: unknown, @Headers('authorization') authorization?: string) {
    return this.tokens.issue(readTokenRequest(form, authorization));
  }

  /** RFC 8414 section 2. */
  @Get('.well-known/oauth-authorization-server')
  @ApiOperation({ summary: 'Where tokens come from (RFC 8414)' })
  metadata() {
    const { url } = this.origin;
    return {
      issuer: url, token_endpoint: `${url}/oauth/token`, jwks_uri: `${url}/.well-known/jwks.json`, response_types_supported: [],
      grant_types_supported: ['client_credentials'], token_endpoint_auth_methods_supported: ['client_secret_basic'], scopes_supported: ['operator', ...ClientScope.options],
    };
  }

  /** The public half of the key that signs machines' tokens (RFC 7517 section 5). */
  @Get('.well-known/jwks.json')
  @ApiOperation({ summary: "The public key of machines' tokens" })
  jwks() {
    const { kty, crv, x, y, kid } = this.secrets.key;
    return { keys: [{ kty, crv, x, y, kid, alg: 'ES256', use: 'sig' }] };
  }
}
