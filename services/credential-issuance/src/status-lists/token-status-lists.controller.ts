import { Controller, Get, Headers, Param, Query, Res } from '@nestjs/common';
import { ApiHeader, ApiNotModifiedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Id } from '@laurel/events';
import { NoQuery } from '@laurel/http';
import type { FastifyReply } from 'fastify';
import { matches } from './if-none-match.js';
import { TokenStatusLists } from './token-status-lists.js';

@ApiTags('status lists')
@Controller('v1/token-status-lists')
export class TokenStatusListsController {
  constructor(private readonly lists: TokenStatusLists) {}

  /** As with the lists that it is made of: caches must ask whether it still is the one. */
  @Get(':id')
  @ApiOperation({ summary: 'A signed IETF Token Status List for SD-JWT VCs, for anyone, cacheable' })
  @ApiOkResponse({ content: { 'application/statuslist+jwt': { schema: { type: 'string' } } } })
  @ApiNotModifiedResponse()
  @ApiHeader({ name: 'if-none-match', required: false })
  async find(@Param('id', { schema: Id }) id: string, @Query({ schema: NoQuery }) _: NoQuery, @Res({ passthrough: true }) reply: FastifyReply, @Headers('if-none-match') known?: string) {
    const { etag, sign } = await this.lists.offer(id);
    void reply.headers({ etag, 'cache-control': 'public, no-cache' });
    if (matches(known, etag)) return void reply.status(304);
    void reply.type('application/statuslist+jwt');
    return sign();
  }
}
