import type { z } from 'zod';
import { type Json, below } from './json.js';

/** The first thing that a schema finds wrong, as a sentence and a JSON Pointer; undefined if nothing. */
export function schemaFault(schema: z.ZodType, value: Json): { readonly pointer: string; readonly detail: string } | undefined {
  const read = schema.safeParse(value);
  return read.success ? undefined : describe(read.error.issues[0], '');
}

function describe(issue: z.core.$ZodIssue | undefined, above: string): { pointer: string; detail: string } {
  const pointer = (issue?.path ?? []).map(String).reduce(below, above);
  // Of the alternatives of a union, the one that got furthest says most.
  const alternatives = issue?.code === 'invalid_union' ? issue.errors.flat() : [];
  const deepest = alternatives.sort((a, b) => b.path.length - a.path.length)[0];
  if (deepest) return describe(deepest, pointer);
  const name = pointer.split('/').at(-1) ?? '';
  const missing = issue?.code === 'invalid_type' && issue.message.endsWith('received undefined');
  return { pointer, detail: missing ? `${name} is missing` : `${name || 'the credential'}: ${issue?.message ?? 'not as required'}` };
}
