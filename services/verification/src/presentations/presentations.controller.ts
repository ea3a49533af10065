import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { presentationIn } from '../language/in-language.js';
import { Worded } from '../language/worded.js';
import { PresentationVerification, VerifyPresentation } from './presentation.js';
import { Presentations } from './presentations.js';

@ApiTags('verifications')
@Controller('v1/presentations')
export class PresentationsController {
  constructor(private readonly presentations: Presentations) {}

  @Post()
  @ApiOperation({ summary: 'Check a presentation: who shows it, and each credential in it' })
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: PresentationVerification })
  @Worded(presentationIn)
  verify(@Body({ schema: VerifyPresentation }) presentation: VerifyPresentation, @Req() { id }: FastifyRequest) {
    return this.presentations.verify(presentation, id);
  }
}
