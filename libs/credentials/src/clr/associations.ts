import { z } from 'zod';

/** How two achievements of a record belong together (CLR 2.0, AssociationType). */
export const AssociationType = z.enum(['exactMatchOf', 'isChildOf', 'isParentOf', 'isPartOf', 'isPeerOf', 'isRelatedTo', 'precedes', 'replacedBy']);
export type AssociationType = z.infer<typeof AssociationType>;
