import type { EntitySchemaColumnOptions } from 'typeorm';

/** PostgreSQL's null is what our schemas leave out. */
const absent = { to: (value: unknown) => value, from: (value: unknown) => value ?? undefined };

type More = Partial<EntitySchemaColumnOptions>;

/** A column by its PostgreSQL type. */
export const column = (type: 'uuid' | 'text' | 'int' | 'bigint' | 'boolean' | 'date' | 'jsonb' | 'float8', more: More = {}): EntitySchemaColumnOptions => ({ type, transformer: absent, ...more });

/** An instant: `timestamptz` in the row, ISO 8601 with milliseconds in our types. */
export const instant = (more: More = {}): EntitySchemaColumnOptions => ({
  type: 'timestamptz',
  transformer: { to: (value: unknown) => value, from: (value: unknown) => (value instanceof Date ? value.toISOString() : undefined) },
  ...more,
});
