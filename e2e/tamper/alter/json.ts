import type { Json } from '@laurel/credentials';

/** JSON text that is known to be some. */
export const parse = (text: string): Json => JSON.parse(text) as Json;
