import { Body, Controller, Header, HttpCode, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { RequestCode, SignedIn, SignIn } from './sign-in-code.js';
import { SignIns } from './sign-ins.js';

const Accepted = z.object({ detail: z.string() });

@ApiTags('learners')
@Controller('v1/sign-in')
export class SignInController {
  constructor(private readonly signIns: SignIns) {}

  @Post('codes')
  @ApiOperation({ summary: 'Have a sign-in code mailed' })
  @HttpCode(202)
  @ApiAcceptedResponse({ standardSchema: Accepted })
  async request(@Body({ schema: RequestCode }) request: RequestCode) {
    await this.signIns.request(request);
    return { detail: 'If this address is known here, a mail with a code is on its way.' };
  }

  @Post()
  @ApiOperation({ summary: 'Sign in with the code of the mail' })
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ standardSchema: SignedIn })
  signIn(@Body({ schema: SignIn }) signIn: SignIn) {
    return this.signIns.signIn(signIn);
  }
}
