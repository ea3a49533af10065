import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Id } from '@laurel/events';
import { NoQuery } from '@laurel/http';
import { z } from 'zod';
import { CITY, CITY_PATH } from './issuer.js';
import { Issuers } from './issuers.js';

const Profile = z.object({ '@context': z.array(z.string()), id: z.string(), type: z.array(z.string()), name: z.string(), url: z.string().optional() });

const Method = z.object({ id: z.string(), type: z.literal('Multikey'), controller: z.string(), publicKeyMultibase: z.string() });
const Document = z.object({ '@context': z.array(z.string()), id: z.string(), verificationMethod: z.array(Method), assertionMethod: z.array(z.string()) });

const IssuerId = z.union([Id, z.literal(CITY_PATH)]).meta({ description: 'of a provider, or `city` for the city itself' });
const rowOf = (id: string): string => (id === CITY_PATH ? CITY : id);

@ApiTags('issuers')
@Controller()
export class IssuersController {
  constructor(private readonly issuers: Issuers) {}

  @Get('v1/issuers/:providerId')
  @ApiOperation({ summary: 'The Open Badges profile of a provider, or of the city, as an issuer' })
  @ApiOkResponse({ standardSchema: Profile })
  profile(@Param('providerId', { schema: IssuerId }) providerId: string, @Query({ schema: NoQuery }) _: NoQuery) {
    return this.issuers.profile(rowOf(providerId));
  }

  @Get('issuers/:providerId/did.json')
  @ApiOperation({ summary: 'The DID document of an issuer, with its keys of before' })
  @Header('content-type', 'application/did+json')
  @ApiOkResponse({ standardSchema: Document })
  didDocument(@Param('providerId', { schema: IssuerId }) providerId: string) {
    return this.issuers.didDocument(rowOf(providerId));
  }
}
