import { parseArgs } from 'node:util';

export const USAGE = `npm run laurel -- <command>

  dead-letters list   [filters] [--limit N]       what consumers could not take, the oldest first
  dead-letters show   ID --service NAME           one of them, with its record and its replays
  dead-letters replay [filters] [--dry-run]       have them taken again, under the same event ids

filters: --service NAME --state dead|parked|replayed --topic T --type T --reason R --subject ID --id ID (may be repeated)
The data folder is LAUREL_DATA (.laurel unless set); Laurel must be running.
`;

/** What is wrong with a command line, for a person. */
export class UsageError extends Error {}

const OPTIONS = {
  service: { type: 'string' }, state: { type: 'string' }, topic: { type: 'string' }, type: { type: 'string' }, reason: { type: 'string' }, subject: { type: 'string' },
  id: { type: 'string', multiple: true }, limit: { type: 'string' }, 'dry-run': { type: 'boolean' }, help: { type: 'boolean', short: 'h' },
} as const;

const STATES = ['dead', 'parked', 'replayed'] as const;

export interface Command {
  readonly name: 'help' | 'list' | 'show' | 'replay';
  readonly service?: string;
  readonly filter: { readonly state?: (typeof STATES)[number]; readonly topic?: string; readonly type?: string; readonly reason?: string; readonly subject?: string; readonly ids?: string[] };
  readonly limit: number;
  readonly dryRun: boolean;
}

/** Reads the arguments behind `npm run laurel --`. @throws UsageError */
export function readCommand(args: string[]): Command {
  const { values, positionals } = parse(args);
  const [group, verb, ...ids] = positionals;
  const { service, state, topic, type, reason, subject, limit = '100' } = values;
  const known = STATES.find((each) => each === state);
  if (state !== undefined && !known) throw new UsageError(`--state is one of ${STATES.join(', ')}`);
  if (!/^[1-9]\d{0,4}$/.test(limit)) throw new UsageError('--limit is a whole number from 1');
  const all = [...ids, ...(values.id ?? [])];
  const filter = { topic, type, reason, subject, ...(known && { state: known }), ...(all.length > 0 && { ids: all }) };
  const command = { service, filter, limit: Number(limit), dryRun: values['dry-run'] ?? false };
  if (values.help || group === undefined || group === 'help') return { name: 'help', ...command };
  if (group !== 'dead-letters') throw new UsageError(`there is no command ${group}`);
  if (verb !== 'list' && verb !== 'show' && verb !== 'replay') throw new UsageError('dead-letters has list, show and replay');
  if (verb === 'show' && (all.length !== 1 || service === undefined)) throw new UsageError('dead-letters show takes one id and --service');
  return { name: verb, ...command };
}

function parse(args: string[]) {
  try {
    return parseArgs({ args, options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
