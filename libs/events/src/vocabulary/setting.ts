import { z } from 'zod';

/** Where learning takes place; the list with its translations stands at /vocab/settings. */
export const Setting = z.enum([
  'school', 'higher-education', 'vocational-centre', 'workplace', 'library', 'museum', 'theatre', 'sports', 'community-centre',
  'religious-organisation', 'trade-union', 'online', 'family', 'volunteering', 'self-directed',
]);
export type Setting = z.infer<typeof Setting>;
