/** A JSON value, as JSON.parse returns it. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [member: string]: Json;
}

/** An object, not an array and not null. */
export const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);

/** JSON-LD lets one value stand for a list of one; read both alike. */
export const asList = (value: Json | undefined): readonly Json[] => (value === undefined ? [] : isList(value) ? value : [value]);

export const isList = (value: unknown): value is readonly Json[] => Array.isArray(value);

/** The JSON Pointer (RFC 6901) of a member below `pointer`. */
export const below = (pointer: string, member: string | number): string => `${pointer}/${String(member).replaceAll('~', '~0').replaceAll('/', '~1')}`;

/** Freezes a JSON value and all below it, so that what was examined is what gets signed. */
export function freeze<Value extends Json>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const member of Object.values<Json>(value)) freeze(member);
  }
  return value;
}
