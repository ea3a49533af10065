import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, FromCaller, PageQuery, pageOf, type Caller } from '@laurel/http';
import { ShownMessage } from './message.js';
import { Messages } from './messages.js';

@ApiTags('messages')
@Controller('v1/me/messages')
export class MessagesController {
  constructor(private readonly messages: Messages) {}

  @Get()
  @ApiOperation({ summary: 'What was sent to the learner' })
  @Allow('learner')
  @ApiOkResponse({ standardSchema: pageOf(ShownMessage) })
  list(@Query({ schema: PageQuery }) page: PageQuery, @FromCaller() learner: Caller) {
    return this.messages.list(page, learner);
  }
}
