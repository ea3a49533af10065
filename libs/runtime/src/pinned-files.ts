import { readFileSync } from 'node:fs';
import { z } from 'zod';

const PinnedFile = z.strictObject({ url: z.url(), file: z.string().min(1), sha256: z.string().regex(/^[0-9a-f]{64}$/i) });

/** A file that stands for what a URL gives, pinned by its hash (hex). */
export interface PinnedFile extends z.infer<typeof PinnedFile> {
  readonly bytes: Uint8Array;
}

/** A list of pinned files in a variable, as JSON: `[{"url", "file", "sha256"}]`. The files are read when the configuration is. */
export const PinnedFiles = z.string().transform((text, context): PinnedFile[] => {
  try {
    return z.array(PinnedFile).parse(JSON.parse(text)).map((pinned) => ({ ...pinned, bytes: readFileSync(pinned.file) }));
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? error.message : 'must be a JSON list of {"url", "file", "sha256"}';
    context.addIssue({ code: 'custom', message: reason });
    return z.NEVER;
  }
});
