import { Controller, Delete, Get, HttpCode, Param, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Id } from '@laurel/events';
import { Allow, FromCaller, NoQuery, type Caller } from '@laurel/http';
import { z } from 'zod';
import { ConnectedWallet } from './grant.js';
import { Grants } from './grants.js';

@ApiTags('learners')
@Controller('v1/me/wallets')
export class ConnectedWalletsController {
  constructor(private readonly grants: Grants) {}

  @Get()
  @ApiOperation({ summary: 'The wallets that the learner lets read, and what' })
  @Allow('learner')
  @ApiOkResponse({ standardSchema: z.object({ items: z.array(ConnectedWallet) }) })
  async list(@FromCaller() learner: Caller, @Query({ schema: NoQuery }) _: NoQuery) {
    return { items: await this.grants.of(learner) };
  }

  @Delete(':id')
  @ApiOperation({ summary: 'Take back what a wallet may read', description: 'Its tokens are worth nothing within five seconds. What it has read it keeps.' })
  @Allow('learner')
  @HttpCode(204)
  @ApiNoContentResponse({ description: 'it is taken back' })
  takeBack(@Param('id', { schema: Id }) id: string, @FromCaller() learner: Caller): Promise<void> {
    return this.grants.takeBack(id, learner);
  }
}
