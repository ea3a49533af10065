import { z } from 'zod';
import { Description, Name, Narrative, WebUrl } from '../text.js';

/** Something that shows the learning: a work, a report, a recording (Open Badges 3.0 appendix B, Evidence). */
export const Evidence = z.strictObject({
  name: Name,
  url: WebUrl.optional(),
  description: Description.optional(),
  narrative: Narrative.optional(),
  genre: Name.optional(),
  audience: Name.optional(),
});
export type Evidence = z.infer<typeof Evidence>;
