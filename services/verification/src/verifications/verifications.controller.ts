import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { largeBody } from '@laurel/http';
import type { FastifyRequest } from 'fastify';
import { resultsIn, verificationIn } from '../language/in-language.js';
import { Worded } from '../language/worded.js';
import { Verification, VerificationResults, VerifyCredential, VerifyCredentials } from './verification.js';
import { Verifications } from './verifications.js';
import { VerifyBatch } from './verify-batch.js';

@ApiTags('verifications')
@Controller('v1/verifications')
export class VerificationsController {
  constructor(
    private readonly verifications: Verifications,
    private readonly batches: VerifyBatch,
  ) {}

  @Post()
  @ApiOperation({ summary: 'Check a credential: check by check, then one plain sentence' })
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: Verification })
  @Worded(verificationIn)
  verify(@Body({ schema: VerifyCredential }) { verifiableCredential }: VerifyCredential, @Req() { id }: FastifyRequest) {
    return this.verifications.verify(verifiableCredential, id);
  }

  @Post('batch')
  @ApiOperation({ summary: 'Check up to 1,000 credentials; each row has an answer of its own' })
  @HttpCode(200)
  @RouteConfig(largeBody)
  @ApiOkResponse({ standardSchema: VerificationResults })
  @Worded(resultsIn)
  verifyBatch(@Body({ schema: VerifyCredentials }) batch: VerifyCredentials, @Req() { id }: FastifyRequest) {
    return this.batches.verify(batch, id);
  }
}
