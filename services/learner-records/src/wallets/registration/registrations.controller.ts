import { Body, Controller, Header, HttpCode, Post, UseFilters } from '@nestjs/common';
import { ApiBadRequestResponse, ApiBody, ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { OAuthErrorFilter } from '@laurel/http';
import { readRegistration, RegisteredWallet } from './wallet.js';
import { Wallets } from './wallets.js';

const URL_ = { type: 'string', format: 'uri' };
const TEXT = { type: 'string' };

@ApiTags('wallets')
@Controller('oauth/learners/register')
export class RegistrationsController {
  constructor(private readonly wallets: Wallets) {}

  @Post()
  @ApiOperation({ summary: 'Register a wallet (RFC 7591)', description: 'Any wallet can; no token is needed. All URLs are https and have one host.' })
  @HttpCode(201)
  @Header('cache-control', 'no-store')
  @UseFilters(OAuthErrorFilter)
  @ApiBody({ schema: {
    type: 'object', required: ['client_name', 'client_uri', 'logo_uri', 'tos_uri', 'policy_uri', 'software_id', 'software_version', 'redirect_uris', 'scope'],
    properties: {
      client_name: TEXT, client_uri: URL_, logo_uri: URL_, tos_uri: URL_, policy_uri: URL_, software_id: TEXT, software_version: TEXT, redirect_uris: { type: 'array', items: URL_ }, scope: TEXT,
      token_endpoint_auth_method: { type: 'string', enum: ['client_secret_basic'] }, grant_types: { type: 'array', items: { type: 'string', enum: ['authorization_code', 'refresh_token'] } },
      response_types: { type: 'array', items: { type: 'string', enum: ['code'] } }, contacts: { type: 'array', items: TEXT },
    },
  } })
  @ApiCreatedResponse({ standardSchema: RegisteredWallet })
  @ApiBadRequestResponse({ description: 'invalid_redirect_uri or invalid_client_metadata (RFC 7591 section 3.2.2)' })
  register(@Body() body: unknown) {
    return this.wallets.register(readRegistration(body));
  }
}
