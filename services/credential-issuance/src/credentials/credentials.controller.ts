import { Controller, Get, Header, Headers, Param, Query, Res } from '@nestjs/common';
import { ApiHeader, ApiNotAcceptableResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Id } from '@laurel/events';
import { Allow, FromCaller, PageQuery, pageOf, type Caller } from '@laurel/http';
import type { FastifyReply } from 'fastify';
import { ListedCredential } from './credential.js';
import { Credentials } from './credentials.js';
import { contentDisposition } from './formats/file-name.js';
import { FormatQuery, offerFor } from './formats/offer.js';
import { SecuredCredentials } from './formats/secured-credentials.js';

const DOCUMENT = { schema: { type: 'object' } } as const;
const TEXT = { schema: { type: 'string' } } as const;
const IMAGE = { schema: { type: 'string', format: 'binary' } } as const;

@ApiTags('credentials')
@Controller('v1/credentials')
export class CredentialsController {
  constructor(
    private readonly credentials: Credentials,
    private readonly secured: SecuredCredentials,
  ) {}

  @Get()
  @ApiOperation({ summary: "Credentials of the learner, or of the provider's outcomes" })
  @Allow('learner', 'provider')
  @ApiOkResponse({ standardSchema: pageOf(ListedCredential) })
  list(@Query({ schema: PageQuery }) page: PageQuery, @FromCaller() caller: Caller) {
    return this.credentials.list(page, caller);
  }

  /** The same content in every format: a document with a proof, a token, or an image with the document in it. */
  @Get(':id')
  @ApiOperation({ summary: 'A credential, as it was signed or in another format', description: 'The format is that of ?format=, else one that Accept wants, else the document as it was signed.' })
  @Allow('learner', 'provider')
  @Header('cache-control', 'private, no-cache')
  @Header('vary', 'accept')
  @ApiOkResponse({ content: {
    'application/vc': DOCUMENT, 'application/ld+json': DOCUMENT, 'application/json': DOCUMENT,
    'application/vc+jwt': TEXT, 'application/dc+sd-jwt': TEXT, 'image/png': IMAGE, 'image/svg+xml': TEXT,
  } })
  @ApiHeader({ name: 'accept', required: false })
  @ApiNotAcceptableResponse({ description: 'Accept wants nothing that there is; the problem names it' })
  async document(
    @Param('id', { schema: Id }) id: string, @Query({ schema: FormatQuery }) query: FormatQuery, @FromCaller() caller: Caller, @Res({ passthrough: true }) reply: FastifyReply,
    @Headers('accept') accept?: string,
  ) {
    const { format, mediaType } = offerFor(query, accept);
    const { content, achievementName } = await this.secured.find(id, format, caller);
    const disposition = contentDisposition(format, achievementName);
    if (disposition !== undefined) void reply.header('content-disposition', disposition);
    void reply.type(mediaType);
    return content;
  }
}
