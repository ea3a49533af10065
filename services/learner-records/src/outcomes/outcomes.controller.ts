import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Id } from '@laurel/events';
import { Allow, Created, FromCaller, largeBody, NoQuery, pageOf, type Caller } from '@laurel/http';
import type { FastifyReply } from 'fastify';
import { BatchResults, SubmitOutcomes } from './submit-outcomes.js';
import { Outcome, OutcomeQuery, RecordOutcome, RecordOutcomes, WithdrawOutcome } from './outcome.js';
import { Outcomes } from './outcomes.js';

@ApiTags('outcomes')
@Controller('v1/outcomes')
export class OutcomesController {
  constructor(
    private readonly submissions: SubmitOutcomes,
    private readonly outcomes: Outcomes,
  ) {}

  @Post()
  @ApiOperation({ summary: 'Submit an outcome; the same externalId is never recorded twice' })
  @Allow('provider')
  @ApiCreatedResponse({ standardSchema: Outcome })
  @ApiOkResponse({ standardSchema: Outcome, description: 'the same outcome was recorded before' })
  async record(@Body({ schema: RecordOutcome }) outcome: RecordOutcome, @FromCaller() provider: Caller, @Res({ passthrough: true }) reply: FastifyReply) {
    return answer(reply, await this.submissions.one(provider, outcome));
  }

  @Post('batch')
  @ApiOperation({ summary: 'Submit up to 1,000 outcomes; each row has an answer of its own' })
  @Allow('provider')
  @HttpCode(200)
  @RouteConfig(largeBody)
  @ApiOkResponse({ standardSchema: BatchResults })
  recordBatch(@Body({ schema: RecordOutcomes }) batch: RecordOutcomes, @FromCaller() provider: Caller, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.submissions.batch(provider, batch, reply.request.id);
  }

  @Get()
  @ApiOperation({ summary: 'What became of the outcomes' })
  @Allow('provider')
  @ApiOkResponse({ standardSchema: pageOf(Outcome) })
  list(@Query({ schema: OutcomeQuery }) query: OutcomeQuery, @FromCaller() provider: Caller) {
    return this.outcomes.list(query, provider);
  }

  @Get(':id')
  @ApiOperation({ summary: 'What became of an outcome' })
  @Allow('provider')
  @ApiOkResponse({ standardSchema: Outcome })
  find(@Param('id', { schema: Id }) id: string, @Query({ schema: NoQuery }) _: NoQuery, @FromCaller() provider: Caller) {
    return this.outcomes.find(id, provider);
  }

  @Post(':id/withdrawal')
  @ApiOperation({ summary: 'Take an outcome back; its credential is revoked' })
  @Allow('provider')
  @ApiCreatedResponse({ standardSchema: Outcome })
  @ApiOkResponse({ standardSchema: Outcome, description: 'it was withdrawn before, for the same reason' })
  async withdraw(@Param('id', { schema: Id }) id: string, @Body({ schema: WithdrawOutcome }) withdrawal: WithdrawOutcome, @FromCaller() provider: Caller, @Res({ passthrough: true }) reply: FastifyReply) {
    return answer(reply, await this.outcomes.withdraw(id, withdrawal, provider));
  }

  @Post(':id/resubmission')
  @ApiOperation({ summary: 'Have a refused outcome decided again, after its cause was mended' })
  @Allow('provider')
  @Created(Outcome, ({ id }) => `/v1/outcomes/${id}`)
  resubmit(@Param('id', { schema: Id }) id: string, @FromCaller() provider: Caller) {
    return this.outcomes.resubmit(id, provider);
  }
}

/** 201 for what is new, 200 for what was there. */
function answer(reply: FastifyReply, { status, outcome }: { readonly status: 200 | 201; readonly outcome: Outcome }): Outcome {
  void reply.status(status).header('location', `/v1/outcomes/${outcome.id}`);
  return outcome;
}
