import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { vocabularyDocuments, type SchemeDocument } from '@laurel/credentials';
import { PublicOrigin, requestProblem } from '@laurel/runtime';

/** The lists that credentials refer to: their codes' IRIs lead here. */
@ApiTags('vocabularies')
@Controller('vocab')
export class VocabulariesController {
  constructor(private readonly origin: PublicOrigin) {}

  @Get(':name')
  @ApiOperation({ summary: 'A vocabulary that credentials refer to' })
  @Header('cache-control', 'public, max-age=3600')
  @ApiOkResponse({ schema: { type: 'object' } })
  find(@Param('name') name: string): SchemeDocument {
    const document = vocabularyDocuments(this.origin.url).get(`/vocab/${name}`);
    if (!document) throw requestProblem('not-found', 'No vocabulary has this name.');
    return document;
  }
}
