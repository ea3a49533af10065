import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Achievement, Id } from '@laurel/events';
import { Allow, Created, FromCaller, NoQuery, pageOf, type Caller } from '@laurel/http';
import { AchievementQuery, PublishAchievement, RecognisedAchievement } from './achievement.js';
import { Achievements } from './achievements.js';

@ApiTags('achievements')
@Controller('v1/achievements')
export class AchievementsController {
  constructor(private readonly achievements: Achievements) {}

  @Post()
  @ApiOperation({ summary: 'Publish what can be earned' })
  @Allow('provider')
  @Created(Achievement, ({ id }) => `/v1/achievements/${id}`)
  publish(@Body({ schema: PublishAchievement }) achievement: PublishAchievement, @FromCaller() provider: Caller) {
    return this.achievements.publish(achievement, provider);
  }

  @Post(':id/versions')
  @ApiOperation({ summary: 'Publish the next version; what was earned stays what it was' })
  @Allow('provider')
  @Created(Achievement, ({ id }) => `/v1/achievements/${id}`)
  publishVersion(@Param('id', { schema: Id }) id: string, @Body({ schema: PublishAchievement }) achievement: PublishAchievement, @FromCaller() provider: Caller) {
    return this.achievements.publishVersion(id, achievement, provider);
  }

  @Get()
  @ApiOperation({ summary: 'Achievements, with who offers and who recognises them' })
  @ApiOkResponse({ standardSchema: pageOf(RecognisedAchievement) })
  list(@Query({ schema: AchievementQuery }) query: AchievementQuery) {
    return this.achievements.list(query);
  }

  @Get(':id')
  @ApiOperation({ summary: 'An achievement in its latest version' })
  @ApiOkResponse({ standardSchema: RecognisedAchievement })
  find(@Param('id', { schema: Id }) id: string, @Query({ schema: NoQuery }) _: NoQuery) {
    return this.achievements.find(id);
  }
}
