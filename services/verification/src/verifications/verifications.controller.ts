import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Verification, VerifyCredential } from './verification.js';
import { Verifications } from './verifications.js';

@ApiTags('verifications')
@Controller('v1/verifications')
export class VerificationsController {
  constructor(private readonly verifications: Verifications) {}

  @Post()
  @ApiOperation({ summary: 'Check a credential: check by check, then one plain sentence' })
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: Verification })
  verify(@Body({ schema: VerifyCredential }) { verifiableCredential }: VerifyCredential) {
    return this.verifications.verify(verifiableCredential);
  }
}
