import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, FromCaller, PageQuery, pageOf, type Caller } from '@laurel/http';
import { ShownMessage } from './message.js';
import { Messages } from './messages.js';

@ApiTags('messages')
@Controller('v1/me/messages')
export class MessagesController {
  constructor(private readonly messages: Messages) {}

  @Get()
  @Allow('learner')
  @ApiOkResponse({ standardSchema: pageOf(ShownMessage) })
  list(@Query({ schema: PageQuery }) page: PageQuery, @FromCaller() learner: Caller) {
    return this.messages.list(page, learner);
  }
}
