import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { DidUrls } from './did-urls.js';
import { represent } from './representation.js';

const PREFIX = '/1.0/identifiers/';

const ResolutionResult = z.object({ didResolutionMetadata: z.looseObject({}), didDocument: z.looseObject({ id: z.string() }).nullable(), didDocumentMetadata: z.looseObject({}) });

@ApiTags('DIDs')
@Controller('1.0/identifiers')
export class DidsController {
  constructor(private readonly urls: DidUrls) {}

  @Get(':didUrl')
  @ApiOperation({ summary: 'Resolve a DID, or what a DID URL points to: did:key, did:jwk, did:web' })
  @ApiParam({ name: 'didUrl', description: 'a DID, or percent-encoded a DID URL with a fragment' })
  @ApiOkResponse({ standardSchema: ResolutionResult, description: 'with Accept: application/did-resolution; application/did has the document alone' })
  async find(@Query() query: unknown, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    const [path = ''] = request.originalUrl.split('?', 1);
    const { status, contentType, body } = represent(await this.urls.find(path.slice(PREFIX.length), query), request.headers.accept ?? '*/*');
    void reply.status(status).type(contentType);
    // a text: the framework writes objects as JSON only where the media type says so
    return JSON.stringify(body);
  }
}
