import { Controller, Get, Header, Res } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { PublicOrigin } from '@laurel/runtime';
import type { FastifyReply } from 'fastify';
import { SignInSettings } from '../sign-in/sign-ins.js';
import { escaped, page, pageHeaders } from '../wallets/consent/page.js';
import { CityIdentity } from './city-identity.js';
import { authorizationServer } from './service-description.js';

@ApiTags('wallets')
@Controller()
export class WalletMetadataController {
  constructor(
    private readonly origin: PublicOrigin,
    private readonly city: CityIdentity,
    private readonly settings: SignInSettings,
  ) {}

  @Get('.well-known/oauth-authorization-server/oauth/learners')
  @ApiOperation({ summary: "Where wallets' tokens come from (RFC 8414)" })
  @Header('cache-control', 'public, max-age=3600')
  @ApiOkResponse({ schema: { type: 'object' } })
  metadata() {
    return authorizationServer(this.origin, this.city);
  }

  /** RFC 7517 section 5. */
  @Get('oauth/learners/jwks.json')
  @ApiOperation({ summary: "The public key of learners' and wallets' tokens" })
  @Header('cache-control', 'public, max-age=3600')
  @ApiOkResponse({ schema: { type: 'object' } })
  jwks() {
    const { kty, crv, x, y, kid } = this.settings.config.LEARNER_TOKEN_KEY;
    return { keys: [{ kty, crv, x, y, kid, alg: 'ES256', use: 'sig' }] };
  }

  /** For people, where the operator publishes nothing of its own. */
  @Get('oauth/learners/about')
  @ApiExcludeEndpoint()
  about(@Res() reply: FastifyReply): void {
    const { name } = this.city;
    void reply.headers(pageHeaders()).type('text/html; charset=utf-8').send(page(name, `<h1>What wallets read in ${escaped(name)}</h1>
<p>A wallet reads what a learner lets it read, and nothing before: their credentials, their profile (a learner id and a confirmed e-mail address), or both. It can write nothing.</p>
<p>What is let is recorded with its time and with who asked. The learner sees it at /v1/me/wallets and can take it back there at any time; within five seconds nothing more is read.</p>
<p>The operator of ${escaped(name)} has published no further terms or privacy policy here.</p>`));
  }
}
