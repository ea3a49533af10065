/** Every service that is deployed as a process of its own, in the order a reader meets them. */
export const SERVICES = ['provider-registry', 'learner-records', 'credential-issuance', 'verification', 'notifications'] as const;
export type ServiceName = (typeof SERVICES)[number];

/** What has a schema and roles: the services, and the log of the in-process transport. */
export const SCHEMAS = [...SERVICES, 'event-log'] as const;
export type SchemaName = (typeof SCHEMAS)[number];
