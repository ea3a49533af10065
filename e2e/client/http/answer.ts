import { z } from 'zod';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed where the answer says it is JSON, else text. */
  readonly body: unknown;
  /** As it came. */
  readonly bytes: Uint8Array;
  /** The same in UTF-8. */
  readonly text: string;
}

/** A problem document as every refusal carries it (RFC 9457 section 3.1; api.md "Conventions"). */
export const ProblemDocument = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.string(),
  errors: z.array(z.looseObject({ pointer: z.string(), detail: z.string() })).optional(),
  requestId: z.string(),
});
export type ProblemDocument = z.infer<typeof ProblemDocument>;

/** Laurel answered, and said no. */
export class Refused extends Error {
  override readonly name = 'Refused';

  constructor(readonly request: string, readonly status: number, readonly problem: ProblemDocument | undefined, body: unknown) {
    super(`${request}: ${status} ${problem ? `${problem.code}: ${problem.detail}${placesOf(problem)}` : JSON.stringify(body)?.slice(0, 300)}`);
  }

  get code(): string | undefined {
    return this.problem?.code;
  }
}

const placesOf = (problem: ProblemDocument): string => (problem.errors ?? []).map(({ pointer, detail }) => ` [${pointer} ${detail}]`).join('');

export function refusalOf(request: string, { status, body }: Answer): Refused {
  return new Refused(request, status, ProblemDocument.safeParse(body).data, body);
}

/** Laurel did not answer for as long as the caller was willing to wait. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}
