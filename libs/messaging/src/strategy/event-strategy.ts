import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '@laurel/runtime';
import { ModulesContainer } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import { Server, type CustomTransportStrategy } from '@nestjs/microservices';
import type { MessagingHealth } from '../health/progress.js';
import type { Transport } from '../transport/transport.js';
import { discoverServices } from './discovery.js';
import { ServiceMessaging } from './service-messaging.js';

/** Longest wait for what is under way when the process stops, in milliseconds; what is cut off comes again. */
const STOP_MS = 5_000;
/** Of these, for the relays: an outbox that cannot be sent must not keep consumers from ending well. */
const RELAYS_MS = 2_000;

export interface EventStrategyOptions {
  /** The application, which need not be initialised yet. */
  readonly app: INestApplicationContext;
  readonly transport: Transport;
  readonly logger: Logger;
}

/**
 * Runs the messaging of every service in a Nest application: `app.connectMicroservice({ strategy })`. Each module that
 * provides a Database is a service, and gets a relay for its outbox and a consumer for its `@OnEvent` methods.
 * Databases must stay open until onApplicationShutdown: Nest closes microservices before that.
 */
export class EventStrategy extends Server implements CustomTransportStrategy {
  private services: readonly ServiceMessaging[] = [];

  constructor(private readonly options: EventStrategyOptions) {
    super();
  }

  listen(callback: (error?: unknown) => void): void {
    try {
      this.start();
      callback();
    } catch (error) {
      callback(error);
    }
  }

  /** Ends after the batches in work, or after five seconds. */
  async close(): Promise<void> {
    const atMost = (ms: number, work: Promise<unknown>) => Promise.race([work, sleep(ms, undefined, { ref: false })]);
    await atMost(RELAYS_MS, Promise.all(this.services.map((service) => service.stop())));
    await atMost(STOP_MS - RELAYS_MS, this.options.transport.close());
  }

  /** By the name of each service's schema. */
  health(): ReadonlyMap<string, MessagingHealth> {
    return new Map(this.services.map((service) => [service.name, service.health()]));
  }

  /** There are no events to listen for: what happens stands in the log and in the metrics. */
  on(): void {}

  unwrap<Instance>(): Instance {
    throw new Error('the transport is what you passed in');
  }

  private start(): void {
    const { app, transport, logger } = this.options;
    this.services = discoverServices(app.get(ModulesContainer)).map((service) => new ServiceMessaging(service, transport, logger));
    for (const service of this.services) service.start();
  }
}
