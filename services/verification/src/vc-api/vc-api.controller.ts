import { applyDecorators, Body, Controller, HttpCode, Post, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags, ApiUnprocessableEntityResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { NotVerified, Verified, VerifyCredentialRequest, VerifyPresentationRequest } from './vc-api.js';
import { VcApiVerifier } from './vc-api-verifier.js';

const Verifies = (path: string, summary: string) =>
  applyDecorators(Post(path), HttpCode(200), ApiOperation({ summary }), ApiOkResponse({ standardSchema: Verified }), ApiUnprocessableEntityResponse({ standardSchema: NotVerified }));

/** The verifier of the W3C Credentials Community Group's VC API. The profile is in the path: nobody gets less than everything by leaving something out. */
@ApiTags('verifications')
@Controller()
export class VcApiController {
  constructor(private readonly verifier: VcApiVerifier) {}

  @Verifies('credentials/verify', 'VC API: verify a credential')
  async credential(@Body({ schema: VerifyCredentialRequest }) request: VerifyCredentialRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    return answer(reply, await this.verifier.credential(request, reply.request.id, 'full'));
  }

  @Verifies('presentations/verify', 'VC API: verify a presentation and the credentials in it')
  async presentation(@Body({ schema: VerifyPresentationRequest }) request: VerifyPresentationRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    return answer(reply, await this.verifier.presentation(request, reply.request.id, 'full'));
  }

  @Verifies('profiles/proof-only/credentials/verify', 'VC API: verify the proof of a credential and nothing else, not even whose it is')
  async proofOfCredential(@Body({ schema: VerifyCredentialRequest }) request: VerifyCredentialRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    return answer(reply, await this.verifier.credential(request, reply.request.id, 'proof-only'));
  }

  @Verifies('profiles/proof-only/presentations/verify', 'VC API: verify the proofs of a presentation and nothing else, not even whose they are')
  async proofOfPresentation(@Body({ schema: VerifyPresentationRequest }) request: VerifyPresentationRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    return answer(reply, await this.verifier.presentation(request, reply.request.id, 'proof-only'));
  }
}

/** What is not verified is answered as the problem that it is. */
function answer(reply: FastifyReply, answered: Verified | NotVerified): Verified | NotVerified {
  if (!answered.verified) void reply.status(answered.status).type('application/problem+json');
  return answered;
}
