import { Controller, Get, Headers, Param, Query, Res } from '@nestjs/common';
import { ApiHeader, ApiNotModifiedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Id } from '@laurel/events';
import { NoQuery } from '@laurel/http';
import type { FastifyReply } from 'fastify';
import { negotiate } from '../credentials/formats/negotiate.js';
import { matches } from './if-none-match.js';
import { StatusLists } from './status-lists.js';

/** One text under each name that its readers know it by; many read only what calls itself JSON. */
const MEDIA_TYPES = ['application/vc', 'application/ld+json', 'application/json'] as const;

@ApiTags('status lists')
@Controller('v1/status-lists')
export class StatusListsController {
  constructor(private readonly lists: StatusLists) {}

  /** Caches may keep a list but must ask whether it still is the one: a revocation shows at once. */
  @Get(':id')
  @ApiOperation({ summary: 'A signed Bitstring Status List, for anyone, cacheable' })
  @ApiOkResponse({ content: Object.fromEntries(MEDIA_TYPES.map((mediaType) => [mediaType, { schema: { type: 'object' } }])) })
  @ApiNotModifiedResponse()
  @ApiHeader({ name: 'if-none-match', required: false })
  @ApiHeader({ name: 'accept', required: false })
  async find(@Param('id', { schema: Id }) id: string, @Query({ schema: NoQuery }) _: NoQuery, @Res({ passthrough: true }) reply: FastifyReply, @Headers('if-none-match') known?: string, @Headers('accept') accept?: string) {
    const { document, etag } = await this.lists.find(id);
    void reply.headers({ etag, 'cache-control': 'public, no-cache', vary: 'accept' });
    if (matches(known, etag)) return void reply.status(304);
    void reply.type(negotiate(accept, MEDIA_TYPES) ?? MEDIA_TYPES[0]);
    return document;
  }
}
