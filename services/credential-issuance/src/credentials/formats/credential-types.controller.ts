import { Controller, Get, Header, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { NoQuery } from '@laurel/http';
import { PublicOrigin } from '@laurel/runtime';
import { TYPE_NAME, TypeMetadata, typeMetadata } from './type-metadata.js';

@ApiTags('credentials')
@Controller('v1/credential-types')
export class CredentialTypesController {
  constructor(private readonly origin: PublicOrigin) {}

  @Get(TYPE_NAME)
  @ApiOperation({ summary: 'SD-JWT VC Type Metadata: what the claims of our SD-JWT VCs mean, and which can be kept back' })
  @Header('cache-control', 'public, max-age=86400')
  @ApiOkResponse({ standardSchema: TypeMetadata })
  metadata(@Query({ schema: NoQuery }) _: NoQuery) {
    return typeMetadata(this.origin.url);
  }
}
