import { Body, Controller, Header, Headers, HttpCode, Post, UseFilters } from '@nestjs/common';
import { ApiBadRequestResponse, ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RouteConfig } from '@nestjs/platform-fastify';
import { formBody, OAuthError, OAuthErrorFilter, readForm } from '@laurel/http';
import { Wallets } from '../registration/wallets.js';
import { WalletTokens as Tokens } from './grant.js';
import { readWalletTokenRequest } from './wallet-token-request.js';
import { WalletTokens } from './wallet-tokens.js';

const TEXT = { type: 'string' };

@ApiTags('wallets')
@Controller('oauth/learners')
@UseFilters(OAuthErrorFilter)
export class WalletTokensController {
  constructor(
    private readonly wallets: Wallets,
    private readonly tokens: WalletTokens,
  ) {}

  @Post('token')
  @RouteConfig(formBody)
  @ApiOperation({ summary: 'Tokens for a wallet (RFC 6749, authorization code with PKCE, refresh token)', description: 'With HTTP Basic. A refresh token is good once and brings the next.' })
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @ApiBody({ schema: { type: 'object', required: ['grant_type'], properties: {
    grant_type: { type: 'string', enum: ['authorization_code', 'refresh_token'] }, code: TEXT, redirect_uri: TEXT, code_verifier: TEXT, refresh_token: TEXT, scope: TEXT,
  } } })
  @ApiOkResponse({ standardSchema: Tokens })
  @ApiBadRequestResponse({ description: 'RFC 6749 section 5.2' })
  async issue(@Body() form: unknown, @Headers('authorization') authorization?: string) {
    return this.tokens.issue(readWalletTokenRequest(form), await this.wallets.authenticate(authorization));
  }

  /** An access or a refresh token, whichever: with either goes all that the learner let the wallet read. */
  @Post('revoke')
  @RouteConfig(formBody)
  @ApiOperation({ summary: 'End what a token stands for (RFC 7009)' })
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @ApiBody({ schema: { type: 'object', required: ['token'], properties: { token: TEXT, token_type_hint: { type: 'string', enum: ['access_token', 'refresh_token'] } } } })
  @ApiOkResponse({ description: 'it is worth nothing, or never was' })
  async revoke(@Body() form: unknown, @Headers('authorization') authorization?: string): Promise<void> {
    const wallet = await this.wallets.authenticate(authorization);
    const token = readForm(form).get('token');
    if (token === undefined) throw new OAuthError('invalid_request', 'The parameter token is missing.');
    await this.tokens.revoke(token, wallet);
  }
}
