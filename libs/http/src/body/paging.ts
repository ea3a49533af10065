import { requestProblem } from '@laurel/runtime';
import { z } from 'zod';

/** The query of every list. */
export const PageQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(200).optional(),
});
export type PageQuery = z.infer<typeof PageQuery>;

/** The query of what is no list. */
export const NoQuery = z.strictObject({});
export type NoQuery = z.infer<typeof NoQuery>;

export const pageOf = <Item extends z.ZodType>(item: Item) => z.object({ items: z.array(item), nextCursor: z.string().nullable() });
export interface Page<Item> {
  readonly items: Item[];
  readonly nextCursor: string | null;
}

/**
 * Cuts a page out of rows that were asked for with one more than `limit`. Ids are UUIDv7, so the last id is a cursor
 * that stays right while rows are added.
 */
export function cutPage<Row extends { readonly id: string }, Item>(rows: readonly Row[], limit: number, show: (row: Row) => Item): Page<Item> {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { items: page.map(show), nextCursor: rows.length > limit && last ? Buffer.from(last.id).toString('base64url') : null };
}

/** The id behind which the page begins. @throws Problem `validation-failed` for a cursor that nobody gave out */
export function readCursor(cursor: string | undefined): string | undefined {
  if (cursor === undefined) return undefined;
  const id = z.uuid().safeParse(Buffer.from(cursor, 'base64url').toString());
  if (id.success) return id.data;
  throw requestProblem('validation-failed', 'The cursor is none that was given out here.', { errors: [{ pointer: '/cursor', detail: 'must be the nextCursor of an earlier answer' }] });
}
