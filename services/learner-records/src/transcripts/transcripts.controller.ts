import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, FromCaller, PageQuery, pageOf, type Caller } from '@laurel/http';
import { Entry } from './entry.js';
import { Transcripts } from './transcripts.js';

@ApiTags('learners')
@Controller('v1/me/record')
export class TranscriptsController {
  constructor(private readonly transcripts: Transcripts) {}

  @Get()
  @Allow('learner')
  @ApiOkResponse({ standardSchema: pageOf(Entry) })
  read(@Query({ schema: PageQuery }) page: PageQuery, @FromCaller() learner: Caller) {
    return this.transcripts.read(page, learner);
  }
}
