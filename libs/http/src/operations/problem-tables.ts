import type { ProblemKind, ProblemTable } from '@laurel/runtime';

/** The tables of refusals that a service may answer from. */
export class ProblemTables {
  constructor(private readonly tables: readonly ProblemTable[]) {}

  find(code: string): ProblemKind | undefined {
    return this.tables.map(({ kinds }) => (Object.hasOwn(kinds, code) ? kinds[code] : undefined)).find((kind) => kind !== undefined);
  }

  all(): [string, ProblemKind][] {
    return this.tables.flatMap(({ kinds }) => Object.entries(kinds));
  }
}
