import { Global, Module, type DynamicModule, type Type } from '@nestjs/common';
import { DiscoveryModule, NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Clock, PublicOrigin, type Logger } from '@laurel/runtime';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { registerAuthentication } from '../access/authentication.js';
import { KeySet } from '../access/key-set.js';
import { registerRateLimits } from '../access/rate-limits.js';
import { LARGEST_BODY, registerBodyParsers } from '../body/body-parsers.js';
import { ValidationPipe } from '../body/validation.pipe.js';
import { HealthController } from '../operations/health.controller.js';
import { MetricsController } from '../operations/metrics.controller.js';
import { openApiOf, serveOpenApi } from '../operations/openapi.js';
import { Parts } from '../operations/parts.js';
import { ProblemsController } from '../operations/problems.controller.js';
import { asProblem, ProblemFilter, writeProblem } from './problem.filter.js';
import { registerRequestContext, requestIdOf } from './request-context.js';

export interface AppOptions {
  /** The service's name, or `standalone`. */
  readonly name: string;
  readonly modules: readonly (DynamicModule | Type)[];
  readonly clock: Clock;
  readonly logger: Logger;
  readonly origin: PublicOrigin;
  readonly jwksFile: string;
  readonly rateLimits: boolean;
  readonly trustProxy: boolean;
}

@Global()
@Module({})
class PlatformModule {}

/** What every service module finds without asking: the time, the origin, the keys of access tokens; and the routes of operations. */
const platform = ({ clock, origin }: AppOptions, keys: KeySet): DynamicModule => ({
  module: PlatformModule,
  imports: [DiscoveryModule],
  controllers: [HealthController, MetricsController, ProblemsController],
  providers: [Parts, { provide: Clock, useValue: clock }, { provide: PublicOrigin, useValue: origin }, { provide: KeySet, useValue: keys }],
  exports: [Clock, PublicOrigin, KeySet],
});

/** Builds the HTTP application of one service or of several; listening is the caller's. */
export async function createApp(options: AppOptions): Promise<NestFastifyApplication> {
  const { name, modules, clock, logger, origin } = options;
  const keys = new KeySet(options.jwksFile);
  const adapter = new FastifyAdapter({
    trustProxy: options.trustProxy, bodyLimit: LARGEST_BODY, requestTimeout: 30_000, genReqId: requestIdOf, forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 2_048 },
    // What never reaches a route, such as a path that is no UTF-8, would be answered in the framework's own words.
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => void writeProblem(reply, asProblem(error), origin.url, request.id),
  });
  const app = await NestFactory.create<NestFastifyApplication>({ module: class Root {}, imports: [platform(options, keys), ...modules] }, adapter, { bodyParser: false, logger: false, abortOnError: false });
  const fastify: FastifyInstance = adapter.getInstance();
  registerRequestContext(fastify, name, logger);
  registerAuthentication(fastify, keys, clock, logger);
  if (options.rateLimits) await registerRateLimits(fastify);
  registerBodyParsers(fastify);
  app.useGlobalPipes(new ValidationPipe());
  app.useGlobalFilters(new ProblemFilter(origin.url, logger));
  await serveOpenApi(fastify, openApiOf(app, name === 'standalone' ? 'Laurel' : `Laurel: ${name}`, origin.url));
  return app;
}

