import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Id } from '@laurel/events';
import { Allow, FromCaller, type Caller } from '@laurel/http';
import { requestProblem } from '@laurel/runtime';
import { AttestationFormat } from './attestation.js';
import { ChangeStatuses } from './change-statuses.js';
import { IssueAttestations } from './issue-attestations.js';
import { IssueAnswer, IssueRequest } from './issue-request.js';
import { StatusAnswer, StatusRequest } from './status-request.js';

/** The VC API for issuers: a provider words a credential itself and has it signed with its own keys. */
@ApiTags('vc api')
@Controller()
export class AttestationsController {
  constructor(
    private readonly attestations: IssueAttestations,
    private readonly statuses: ChangeStatuses,
  ) {}

  @Post('issuers/:providerId/:format/credentials/issue')
  @ApiOperation({ summary: 'Sign a credential that the provider words itself', description: 'It gets a place in our status lists unless it brings a status of another kind. No outcome stands behind it, and whoever checks it here is told so.' })
  @Allow('credentials:issue')
  @ApiCreatedResponse({ standardSchema: IssueAnswer })
  issue(
    @Param('providerId', { schema: Id }) providerId: string, @Param('format', { schema: AttestationFormat }) format: AttestationFormat,
    @Body({ schema: IssueRequest }) request: IssueRequest, @FromCaller() caller: Caller,
  ): Promise<IssueAnswer> {
    return this.sign({ providerId, format, profile: 'full' }, request, caller);
  }

  @Post('profiles/proof-only/issuers/:providerId/:format/credentials/issue')
  @ApiOperation({ summary: 'The same, for contexts that are written out', description: 'For conformance suites. What was signed so is refused wherever more than the proof is asked.' })
  @Allow('credentials:issue')
  @ApiCreatedResponse({ standardSchema: IssueAnswer })
  issueProofOnly(
    @Param('providerId', { schema: Id }) providerId: string, @Param('format', { schema: AttestationFormat }) format: AttestationFormat,
    @Body({ schema: IssueRequest }) request: IssueRequest, @FromCaller() caller: Caller,
  ): Promise<IssueAnswer> {
    return this.sign({ providerId, format, profile: 'proof-only' }, request, caller);
  }

  @Post('issuers/:providerId/credentials/status')
  @ApiOperation({ summary: 'Revoke, suspend or reinstate a credential that the provider worded itself' })
  @Allow('credentials:issue')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: StatusAnswer })
  changeStatus(@Param('providerId', { schema: Id }) providerId: string, @Body({ schema: StatusRequest }) request: StatusRequest, @FromCaller() caller: Caller) {
    own(providerId, caller);
    return this.statuses.change(providerId, request);
  }

  private async sign(endpoint: Parameters<IssueAttestations['issue']>[0], request: IssueRequest, caller: Caller): Promise<IssueAnswer> {
    own(endpoint.providerId, caller);
    return { verifiableCredential: await this.attestations.issue(endpoint, request) };
  }
}

/** A provider signs at its own endpoints; those of others are not there for it. */
function own(providerId: string, caller: Caller): void {
  if (caller.id !== providerId) throw requestProblem('not-found', 'No issuer of yours has this id.');
}
