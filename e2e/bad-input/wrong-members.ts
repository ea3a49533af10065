export interface WrongMember {
  readonly what: string;
  readonly body: object;
  /** The JSON pointer (RFC 6901) that the refusal must name, or one below it. */
  readonly pointer: string;
}

const OF_EVERY_TYPE: readonly unknown[] = [null, true, 17.5, '', [], {}];

/** A good body with one member wrong: of another type, left out, empty, too long, with what no database stores. */
export function wrongMembers(good: Readonly<Record<string, unknown>>, needed: readonly string[]): WrongMember[] {
  return Object.entries(good).flatMap(([name, value]) => {
    const wrong = (what: string, other: unknown): WrongMember => ({ what: `${name}: ${what}`, body: { ...good, [name]: other }, pointer: `/${name}` });
    const types = OF_EVERY_TYPE.filter((other) => kindOf(other) !== kindOf(value) || other === '').map((other) => wrong(JSON.stringify(other), other));
    const texts = typeof value === 'string'
      ? [wrong('blank', '   '), wrong('NUL', `${value}\0`), wrong('a lone surrogate', `${value}\ud83d`), wrong('too long', 'x'.repeat(25_000))]
      : [];
    const { [name]: _, ...without } = good;
    return [...types, ...texts, ...(needed.includes(name) ? [{ what: `${name}: left out`, body: without, pointer: `/${name}` }] : [])];
  });
}

const kindOf = (value: unknown): string => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value);
