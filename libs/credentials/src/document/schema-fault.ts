import type { z } from 'zod';
import { type Fault, fault } from '../words/fault.js';
import { MessageCode, type MessageParams } from '../words/message.js';
import { type Json, below } from './json.js';

/** What is wrong at a place of a document, a JSON Pointer. */
export interface LocatedFault extends Fault {
  readonly pointer: string;
}

/**
 * The first thing that a schema finds wrong; undefined if nothing. A message of the schema's own is a code of the words, so
 * that it can be said in every language; of `refine` its `params` are what it is about, besides the member.
 */
export function schemaFault(schema: z.ZodType, value: Json): LocatedFault | undefined {
  const read = schema.safeParse(value);
  return read.success ? undefined : locate(read.error.issues[0], '');
}

type Issue = z.core.$ZodIssue;

function locate(issue: Issue | undefined, above: string): LocatedFault {
  const pointer = (issue?.path ?? []).map(String).reduce(below, above);
  // Of the alternatives of a union, the one that got furthest says most.
  const alternatives = issue?.code === 'invalid_union' ? issue.errors.flat() : [];
  const deepest = alternatives.sort((a, b) => b.path.length - a.path.length)[0];
  if (deepest) return locate(deepest, pointer);
  const [code, params] = issue ? said(issue) : (['value-refused'] as const);
  return { pointer, ...fault(code, { member: pointer.split('/').at(-1) || { code: 'the-document' }, ...params }) };
}

function said(issue: Issue): readonly [MessageCode, MessageParams?] {
  const own = MessageCode.safeParse(issue.message).data;
  if (own) return [own, issue.code === 'custom' ? (issue.params as MessageParams | undefined) : undefined];
  switch (issue.code) {
    case 'invalid_type':
      return issue.message.endsWith('received undefined') ? ['value-missing'] : ['value-of-other-type', { type: issue.expected }];
    case 'invalid_value':
      return ['value-not-among', { values: issue.values.map(String) }];
    case 'too_small':
      return ['value-too-small', { least: Number(issue.minimum) }];
    case 'too_big':
      return ['value-too-large', { most: Number(issue.maximum) }];
    case 'invalid_format':
      return ['value-in-other-form', { form: issue.format }];
    case 'unrecognized_keys':
      return ['value-not-foreseen', { names: issue.keys }];
    default:
      return ['value-refused'];
  }
}
