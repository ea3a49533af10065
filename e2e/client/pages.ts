import type { z } from 'zod';
import { pageOf } from './answers.js';
import type { Session } from './http/session.js';

/** The largest page there is. */
const LIMIT = 200;

/** Every item of a list, page after page. */
export async function everyItem<Item extends z.ZodType>(session: Session, path: string, item: Item): Promise<z.infer<Item>[]> {
  const items: z.infer<Item>[] = [];
  let cursor: string | null | undefined;
  do {
    const query = new URLSearchParams({ limit: String(LIMIT), ...(cursor ? { cursor } : {}) });
    const page = await session.get(`${path}?${query}`, pageOf(item));
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  return items;
}
