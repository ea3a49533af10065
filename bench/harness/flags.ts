import { parseArgs } from 'node:util';

/** What was asked for on the command line. */
export interface Flags {
  readonly help: boolean;
  /** Ids of rows, or what they begin with (`P7` for P7-plain and P7-kafka); all when left out. */
  readonly only: readonly string[] | undefined;
}

/** The command line is wrong; says how. */
export class WrongUsage extends Error {
  override readonly name = 'WrongUsage';
}

/** @throws WrongUsage for a flag that does not exist, or a row that does not */
export function readFlags(words: readonly string[], ids: readonly string[]): Flags {
  const { help = false, only } = parse(words);
  const wanted = only?.split(',').map((id) => id.trim());
  const unknown = wanted?.find((id) => !ids.some((each) => isNamed(each, id)));
  if (unknown !== undefined) throw new WrongUsage(`--only: there is no row ${unknown || '""'}; there are ${ids.join(', ')}`);
  return { help, only: wanted };
}

export const isWanted = (id: string, { only }: Pick<Flags, 'only'>): boolean => only === undefined || only.some((name) => isNamed(id, name));

const isNamed = (id: string, name: string): boolean => id === name || id.startsWith(`${name}-`);

function parse(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options: { only: { type: 'string' }, help: { type: 'boolean' } } }).values;
  } catch (error) {
    throw new WrongUsage(error instanceof Error ? error.message : String(error));
  }
}
