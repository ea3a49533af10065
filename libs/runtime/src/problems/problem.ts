/** What a refusal is called, answered with and followed by: one row of a service's closed table. */
export interface ProblemKind {
  /** HTTP status (RFC 9110 section 15). */
  readonly status: number;
  /** Short, and the same for every occurrence (RFC 9457 section 3.1.3). */
  readonly title: string;
  /** What the caller can do next; shown at `/problems/<code>`. */
  readonly advice: string;
}

/** A fault in one place of the request: an RFC 6901 pointer and what is wrong there. */
export interface ProblemPlace {
  readonly pointer: string;
  readonly detail: string;
}

export interface ProblemExtra {
  readonly errors?: readonly ProblemPlace[];
  readonly headers?: Readonly<Record<string, string>>;
}

/** A refusal with a reason that the caller can act on. Everything else that is thrown is a fault of ours. */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    readonly code: string,
    readonly kind: ProblemKind,
    readonly detail: string,
    readonly extra: ProblemExtra = {},
  ) {
    super(`${code}: ${detail}`);
  }
}

/** Makes the one function by which a service refuses, so that a code that is not in its table does not compile. */
export function problemTable<const Kinds extends Readonly<Record<string, ProblemKind>>>(kinds: Kinds) {
  const problem = (code: keyof Kinds & string, detail: string, extra?: ProblemExtra) => {
    const kind = kinds[code];
    if (!kind) throw new Error(`no problem is called ${code}`);
    return new Problem(code, kind, detail, extra);
  };
  return Object.assign(problem, { kinds: kinds as Readonly<Record<string, ProblemKind>> });
}

/** A service's closed table of refusals, as far as a page about them needs it. */
export interface ProblemTable {
  readonly kinds: Readonly<Record<string, ProblemKind>>;
}
