import { Database } from '@laurel/runtime';
import { DiscoveryService, MetadataScanner, type ModulesContainer } from '@nestjs/core';
import { Handlers, type Handler } from '../pipeline/handlers.js';
import { handledType } from './on-event.js';

/** A service found in the application: its module provides its own Database, whose schema names it. */
export interface FoundService {
  readonly database: Database;
  readonly handlers: Handlers;
}

type Provider = ReturnType<DiscoveryService['getProviders']>[number];
type Host = NonNullable<Provider['host']>;

/**
 * Finds every service's Database and what its providers are marked to handle (`@OnEvent`).
 * @throws Error where a handler's module has no Database, or one consumer has two handlers for a type
 */
export function discoverServices(modules: ModulesContainer): FoundService[] {
  const found = new Map<Database, Handler[]>();
  const providers = new DiscoveryService(modules).getProviders().filter(({ instance }) => typeof instance === 'object' && instance !== null);
  for (const { instance } of providers) if (instance instanceof Database) found.set(instance, []);
  for (const provider of providers) {
    const handlers = handlersOf(provider);
    if (handlers.length > 0) found.get(databaseOf(provider))?.push(...handlers);
  }
  return [...found].map(([database, handlers]) => ({ database, handlers: new Handlers(database.schema, handlers) }));
}

function handlersOf({ instance }: Provider): Handler[] {
  const methods = new MetadataScanner().getAllMethodNames(Object.getPrototypeOf(instance));
  return methods.flatMap((name) => {
    const method: Handler['handle'] = instance[name];
    const type = handledType(method);
    return type ? [{ type, handle: method.bind(instance) }] : [];
  });
}

/** Of the module itself or of one that it imports, never of just any: each service in a process has its own. */
function databaseOf({ host, name }: Provider): Database {
  const near: Host[] = host ? [host, ...host.imports] : [];
  for (const module of near) {
    const database: unknown = module.providers.get(Database)?.instance;
    if (database instanceof Database) return database;
  }
  throw new Error(`${String(name)} takes events, but its module provides no Database that would name the consumer`);
}
