import { z } from 'zod';

/** A name of one's own beside an Open Badges enumeration (Open Badges 3.0 appendix B, "extensible enumerated vocabulary"). */
export const ExtensionName = z.string().max(200).regex(/^ext:[A-Za-z0-9._-]+$/, 'must be a listed value, or ext: and letters, digits, dots, hyphens');

/** An Open Badges 3.0 enumeration that others may extend. */
export const openVocabulary = <const Values extends readonly [string, ...string[]]>(values: Values) => z.union([z.enum(values), ExtensionName], { error: `must be one of ${values.join(', ')}, or ext: and a name of one's own` });
