import { Controller, Get, Header, Put, Query } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiForbiddenResponse, ApiOkResponse, ApiOperation, ApiTags, ApiUnauthorizedResponse } from '@nestjs/swagger';
import { RouteConfig } from '@nestjs/platform-fastify';
import { Allow, FromCaller, NoQuery, READ_PROFILE, StatusInfo, unreadBody, type Caller } from '@laurel/http';
import { PublicOrigin, requestProblem } from '@laurel/runtime';
import { CityIdentity } from './city-identity.js';
import { LearnerProfile, Profiles } from './profiles.js';
import { serviceDescription } from './service-description.js';

@ApiTags('wallets')
@Controller('ims/ob/v3p0')
export class OpenBadgesController {
  constructor(
    private readonly profiles: Profiles,
    private readonly origin: PublicOrigin,
    private readonly city: CityIdentity,
  ) {}

  @Get('discovery')
  @ApiOperation({ operationId: 'getServiceDescription', summary: 'What of the Open Badges 3.0 API is offered, and where wallets get tokens', description: 'A Service Description Document: OpenAPI 3.0 with the extensions of 1EdTech. Reading is offered, writing is not.' })
  @Header('cache-control', 'public, max-age=3600')
  @ApiOkResponse({ schema: { type: 'object' } })
  discovery(@Query({ schema: NoQuery }) _: NoQuery) {
    return serviceDescription(this.origin, this.city);
  }

  @Get('profile')
  @ApiOperation({ operationId: 'getProfile', summary: 'Who the learner is, for a wallet (Open Badges 3.0)' })
  @Allow(READ_PROFILE, 'learner')
  @Header('cache-control', 'private, no-store')
  @ApiOkResponse({ standardSchema: LearnerProfile })
  @ApiUnauthorizedResponse({ standardSchema: StatusInfo })
  @ApiForbiddenResponse({ standardSchema: StatusInfo })
  profile(@FromCaller() learner: Caller, @Query({ schema: NoQuery }) _: NoQuery) {
    return this.profiles.of(learner);
  }

  @Put('profile')
  @ApiExcludeEndpoint()
  @RouteConfig(unreadBody)
  change(): never {
    throw requestProblem('method-not-allowed', 'The profile can be read here, not written.', { headers: { allow: 'GET' } });
  }
}
