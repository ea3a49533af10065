import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Accreditation, Id } from '@laurel/events';
import { Allow, Created, FromCaller, type Caller } from '@laurel/http';
import { Accredit, WithdrawAccreditation } from './accreditation.js';
import { Accreditations } from './accreditations.js';

@ApiTags('accreditations')
@Controller('v1')
export class AccreditationsController {
  constructor(private readonly accreditations: Accreditations) {}

  @Post('providers/:id/accreditations')
  @ApiOperation({ summary: 'Recognise a provider for a scope, from day to day' })
  @Allow('operator')
  @Created(Accreditation, ({ providerId }) => `/v1/providers/${providerId}`)
  accredit(@Param('id', { schema: Id }) providerId: string, @Body({ schema: Accredit }) accredit: Accredit, @FromCaller() operator: Caller) {
    return this.accreditations.accredit(providerId, accredit, operator);
  }

  @Post('accreditations/:id/withdrawal')
  @ApiOperation({ summary: 'Withdraw an accreditation; what was issued stands' })
  @Allow('operator')
  @Created(Accreditation, ({ providerId }) => `/v1/providers/${providerId}`)
  withdraw(@Param('id', { schema: Id }) id: string, @Body({ schema: WithdrawAccreditation }) withdrawal: WithdrawAccreditation, @FromCaller() operator: Caller) {
    return this.accreditations.withdraw(id, withdrawal, operator);
  }
}
