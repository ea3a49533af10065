import { Controller, Get, Headers, Param, Query, Res } from '@nestjs/common';
import { ApiNotModifiedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Id } from '@laurel/events';
import { NoQuery } from '@laurel/http';
import type { FastifyReply } from 'fastify';
import { StatusLists } from './status-lists.js';

@ApiTags('status lists')
@Controller('v1/status-lists')
export class StatusListsController {
  constructor(private readonly lists: StatusLists) {}

  /** Caches may keep a list but must ask whether it still is the one: a revocation shows at once. */
  @Get(':id')
  @ApiOperation({ summary: 'A signed Bitstring Status List, for anyone, cacheable' })
  @ApiOkResponse({ content: { 'application/vc': { schema: { type: 'object' } } } })
  @ApiNotModifiedResponse()
  async find(@Param('id', { schema: Id }) id: string, @Query({ schema: NoQuery }) _: NoQuery, @Res({ passthrough: true }) reply: FastifyReply, @Headers('if-none-match') known?: string) {
    const { document, etag } = await this.lists.find(id);
    void reply.headers({ etag, 'cache-control': 'public, no-cache' });
    if (matches(known, etag)) return void reply.status(304);
    void reply.type('application/vc');
    return document;
  }
}

/** If-None-Match (RFC 9110 section 13.1.2): `*`, or a list of validators that are compared weakly. */
const matches = (known: string | undefined, etag: string): boolean =>
  known !== undefined && known.split(',').some((each) => each.trim() === '*' || each.trim().replace(/^W\//, '') === etag);
