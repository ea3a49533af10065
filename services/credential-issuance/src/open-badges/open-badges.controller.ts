import { Controller, Get, Header, Post, Query, Res } from '@nestjs/common';
import { ApiBadRequestResponse, ApiExcludeEndpoint, ApiForbiddenResponse, ApiOkResponse, ApiOperation, ApiTags, ApiUnauthorizedResponse } from '@nestjs/swagger';
import { RouteConfig } from '@nestjs/platform-fastify';
import { Allow, FromCaller, READ_CREDENTIALS, StatusInfo, unreadBody, type Caller } from '@laurel/http';
import { requestProblem } from '@laurel/runtime';
import type { FastifyReply } from 'fastify';
import { CredentialsQuery, CredentialsResponse } from './credential-list.js';
import { CREDENTIALS_PATH, OpenBadges } from './open-badges.js';

@ApiTags('wallets')
@Controller(CREDENTIALS_PATH)
export class OpenBadgesController {
  constructor(private readonly openBadges: OpenBadges) {}

  @Get()
  @ApiOperation({ operationId: 'getCredentials', summary: "The learner's credentials, for a wallet (Open Badges 3.0)", description: 'Those that stand, oldest first. X-Total-Count tells how many there are, Link where the others are.' })
  @Allow(READ_CREDENTIALS, 'learner')
  @Header('cache-control', 'private, no-store')
  @ApiOkResponse({ standardSchema: CredentialsResponse })
  @ApiBadRequestResponse({ standardSchema: StatusInfo })
  @ApiUnauthorizedResponse({ standardSchema: StatusInfo })
  @ApiForbiddenResponse({ standardSchema: StatusInfo })
  async credentials(@Query({ schema: CredentialsQuery }) query: CredentialsQuery, @FromCaller() learner: Caller, @Res({ passthrough: true }) reply: FastifyReply) {
    const { body, total, link } = await this.openBadges.credentials(query, learner);
    void reply.headers({ 'x-total-count': total, link }).type('application/json');
    return body;
  }

  /** What others issued is not kept here, so nothing is taken. */
  @Post()
  @ApiExcludeEndpoint()
  @RouteConfig(unreadBody)
  upsert(): never {
    throw requestProblem('method-not-allowed', 'Credentials can be read here, not written.', { headers: { allow: 'GET' } });
  }
}
