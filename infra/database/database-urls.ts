/** `learner-records` -> `learner_records`: the schema of a service, and the stem of its roles. */
export const schemaOf = (service: string): string => service.replaceAll('-', '_');

export const ROLE_KINDS = ['owner', 'app', 'pipeline'] as const;
export type RoleKind = (typeof ROLE_KINDS)[number];

/** Owner runs the migrations, app the requests, pipeline the relay and the consumers. */
export type ServiceUrls = Record<RoleKind, string>;

export interface DatabaseOptions<Service extends string = string> {
  /** Left out: the one that the admin's url names, or `laurel` where that names `postgres` or none. */
  database?: string;
  /** Names as in services/: `learner-records`. */
  services: readonly Service[];
  /** The password of a role such as `learner_records_app`. */
  passwordOf: (role: string) => string;
}

export function databaseOf(adminUrl: string, database?: string): string {
  const named = decodeURIComponent(new URL(adminUrl).pathname.slice(1));
  return database ?? (named === '' || named === 'postgres' ? 'laurel' : named);
}

/** The same server and options, another database; and, if given, another user. */
export function withDatabase(url: string, database: string, user?: { name: string; password: string }): string {
  const other = new URL(url);
  other.pathname = `/${encodeURIComponent(database)}`;
  if (user) [other.username, other.password] = [user.name, user.password].map(encodeURIComponent) as [string, string];
  return other.href;
}

/** What each service connects with; for a database cloned from the provisioned one, name it as `database`. */
export function databaseUrls<Service extends string>(adminUrl: string, { database, services, passwordOf }: DatabaseOptions<Service>): Record<Service, ServiceUrls> {
  const name = databaseOf(adminUrl, database);
  const urlOf = (role: string) => withDatabase(adminUrl, name, { name: role, password: passwordOf(role) });
  return Object.fromEntries(services.map((service) => {
    const [owner, app, pipeline] = ROLE_KINDS.map((kind) => urlOf(`${schemaOf(service)}_${kind}`)) as [string, string, string];
    return [service, { owner, app, pipeline }];
  })) as Record<Service, ServiceUrls>;
}
