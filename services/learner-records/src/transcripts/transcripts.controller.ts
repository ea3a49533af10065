import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, FromCaller, PageQuery, pageOf, type Caller } from '@laurel/http';
import { Entry } from './entry.js';
import { Transcripts } from './transcripts.js';

@ApiTags('learners')
@Controller('v1/me/record')
export class TranscriptsController {
  constructor(private readonly transcripts: Transcripts) {}

  @Get()
  @ApiOperation({ summary: 'The one record of the learner, over all providers and forms of learning' })
  @Allow('learner')
  @ApiOkResponse({ standardSchema: pageOf(Entry) })
  read(@Query({ schema: PageQuery }) page: PageQuery, @FromCaller() learner: Caller) {
    return this.transcripts.read(page, learner);
  }
}
