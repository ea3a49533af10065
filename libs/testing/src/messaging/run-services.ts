import { EventStrategy, type Transport } from '@laurel/messaging';
import { createLogger } from '@laurel/runtime';
import type { DynamicModule, INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';

/** Runs services' messaging as the product does: one Nest application, one transport. Close it to stop; databases stay open. */
export async function runServices(transport: Transport, ...services: readonly { module(): DynamicModule }[]): Promise<INestApplication> {
  const root: DynamicModule = { module: class Root {}, imports: services.map((service) => service.module()) };
  const app = await NestFactory.create(root, new FastifyAdapter(), { logger: false, abortOnError: false });
  app.connectMicroservice({ strategy: new EventStrategy({ app, transport, logger: createLogger('test', 'silent') }) });
  await app.startAllMicroservices();
  return app;
}
