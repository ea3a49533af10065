/** One media range of Accept, with how specific it is and how much it is wanted. */
interface MediaRange {
  readonly type: string;
  readonly subtype: string;
  readonly weight: number;
}

/**
 * Of the offered media types the one that Accept wants most (RFC 9110 section 12.5.1), the first of those it wants alike;
 * undefined when it wants none. The most specific range that fits decides about a type; its parameters but `q` say nothing here.
 */
export function negotiate(accept: string | undefined, offered: readonly string[]): string | undefined {
  const ranges = rangesIn(accept ?? '');
  if (ranges.length === 0) return offered[0];
  const weighed = offered.map((mediaType) => ({ mediaType, weight: weightOf(mediaType, ranges) }));
  const most = Math.max(...weighed.map(({ weight }) => weight));
  return most > 0 ? weighed.find(({ weight }) => weight === most)?.mediaType : undefined;
}

const RANGE = /^([\w!#$&^.+*-]+)\/([\w!#$&^.+*-]+)$/;
const WEIGHT = /^q=(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/;

/** What can be read of it; a member that cannot be read wants nothing. */
function rangesIn(accept: string): MediaRange[] {
  return accept.split(',').flatMap((member) => {
    const [range = '', ...parameters] = member.toLowerCase().split(';').map((part) => part.trim());
    const [, type, subtype] = RANGE.exec(range) ?? [];
    const said = parameters.find((parameter) => parameter.startsWith('q='));
    const weight = said === undefined ? '1' : WEIGHT.exec(said)?.[1];
    return type === undefined || subtype === undefined || weight === undefined ? [] : [{ type, subtype, weight: Number(weight) }];
  });
}

function weightOf(mediaType: string, ranges: readonly MediaRange[]): number {
  const [type, subtype] = mediaType.split('/');
  const fitting = ranges.filter((range) => (range.type === '*' && range.subtype === '*') || (range.type === type && (range.subtype === '*' || range.subtype === subtype)));
  const mostSpecific = Math.max(...fitting.map(specificity));
  return Math.max(0, ...fitting.filter((range) => specificity(range) === mostSpecific).map(({ weight }) => weight));
}

const specificity = ({ type, subtype }: MediaRange): number => Number(type !== '*') + Number(subtype !== '*');
