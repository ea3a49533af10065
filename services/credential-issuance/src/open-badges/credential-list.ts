import { z } from 'zod';

/** What one answer holds at most; whoever wants more gets this and is told so by the links. */
const MOST = 200;

/** The query of getCredentials (Open Badges 3.0 section 6.2.2). */
export const CredentialsQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).default(50).meta({ description: `credentials in one answer, at most ${MOST}` }),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0).meta({ description: 'the first of them, counted from 0' }),
  since: z.iso.datetime({ offset: true }).optional().meta({ description: 'only what was issued after this instant' }),
});
export type CredentialsQuery = z.infer<typeof CredentialsQuery>;

/** GetOpenBadgeCredentialsResponse (appendix B.2.1). Ours are signed with a proof of their own, so all stand in `credential`. */
export const CredentialsResponse = z.object({ credential: z.array(z.looseObject({})), compactJwsString: z.array(z.string()) });
export type CredentialsResponse = z.infer<typeof CredentialsResponse>;

/** A cut out of a list of known length. */
export interface Window {
  readonly limit: number;
  readonly offset: number;
}

export const windowOf = ({ limit, offset }: CredentialsQuery): Window => ({ limit: Math.min(limit, MOST), offset });

/** The Link header (RFC 8288) as section 6.4 asks for it: first and last always, prev and next where there is something. */
export function links(url: string, { limit, offset }: Window, since: string | undefined, total: number): string {
  const at = (start: number) => `${url}?${new URLSearchParams({ limit: String(limit), offset: String(start), ...(since !== undefined && { since }) }).toString()}`;
  const relations: [string, number | undefined][] = [
    ['next', offset + limit < total ? offset + limit : undefined],
    ['last', Math.max(0, Math.ceil(total / limit) - 1) * limit],
    ['first', 0],
    ['prev', offset > 0 ? Math.max(0, offset - limit) : undefined],
  ];
  return relations.flatMap(([relation, start]) => (start === undefined ? [] : [`<${at(start)}>; rel="${relation}"`])).join(', ');
}
