import { Controller, Get, Header, Headers, Query, Res } from '@nestjs/common';
import { ApiNotAcceptableResponse, ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags, ApiUnprocessableEntityResponse } from '@nestjs/swagger';
import { Allow, FromCaller, type Caller } from '@laurel/http';
import type { FastifyReply } from 'fastify';
import { contentDisposition } from '../credentials/formats/file-name.js';
import { chosenOf } from '../credentials/formats/offer.js';
import { RecordFormat, RecordQuery } from './record-query.js';
import { Records } from './records.js';

const DOCUMENT = { schema: { type: 'object' } } as const;

/** What Accept can choose from. */
const BY_ACCEPT: ReadonlyMap<string, RecordFormat> = new Map([
  ['application/vc', 'eddsa-rdfc-2022'],
  ['application/ld+json', 'eddsa-rdfc-2022'],
  ['application/json', 'eddsa-rdfc-2022'],
  ['application/vc+jwt', 'vc-jwt-es256'],
]);

@ApiTags('credentials')
@Controller('v1/me/clr')
export class RecordsController {
  constructor(private readonly records: Records) {}

  @Get()
  @ApiOperation({
    summary: "The learner's whole record as one signed credential (CLR 2.0)",
    description: 'Every credential that stands, of every provider and form of learning, each as its issuer signed it; compiled and signed by the city anew each time, for a year. Partial where a filter leaves some out.',
  })
  @Allow('learner')
  @Header('cache-control', 'private, no-store')
  @Header('vary', 'accept')
  @ApiOkResponse({ content: { 'application/vc': DOCUMENT, 'application/ld+json': DOCUMENT, 'application/json': DOCUMENT, 'application/vc+jwt': { schema: { type: 'string' } } } })
  @ApiNotFoundResponse({ description: 'no credential stands, or none that the filter lets through' })
  @ApiNotAcceptableResponse({ description: 'Accept wants nothing that there is; the problem names it' })
  @ApiUnprocessableEntityResponse({ description: 'more than fits into one record; the problem says how to ask for less' })
  async compile(@Query({ schema: RecordQuery }) query: RecordQuery, @FromCaller() learner: Caller, @Res({ passthrough: true }) reply: FastifyReply, @Headers('accept') accept?: string) {
    const { format, mediaType } = chosenOf(RecordFormat.options, BY_ACCEPT, query.format, accept);
    const record = await this.records.compile(query, format, learner);
    const disposition = contentDisposition(format, 'Learning record');
    if (disposition !== undefined) void reply.header('content-disposition', disposition);
    void reply.type(mediaType);
    return record;
  }
}
