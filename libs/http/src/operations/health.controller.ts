import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { requestProblem } from '@laurel/runtime';
import { z } from 'zod';
import { Parts } from './parts.js';

const Health = z.object({ status: z.literal('ok') });

@ApiTags('operations')
@Controller('health')
export class HealthController {
  constructor(private readonly parts: Parts) {}

  /** The process runs and its event loop turns. */
  @Get('live')
  @ApiOperation({ summary: 'The process runs' })
  @ApiOkResponse({ standardSchema: Health })
  live() {
    return { status: 'ok' };
  }

  /** Everything that an answer needs is there. */
  @Get('ready')
  @ApiOperation({ summary: 'Everything that an answer needs is there' })
  @ApiOkResponse({ standardSchema: Health })
  async ready() {
    const away = await Promise.all(this.parts.databases.map((database) => database.ping().then(() => [], () => [database.schema])));
    const schemas = away.flat();
    if (schemas.length > 0) throw requestProblem('unavailable', `The database of ${schemas.join(', ')} does not answer.`, { headers: { 'retry-after': '2' } });
    return { status: 'ok' };
  }
}
