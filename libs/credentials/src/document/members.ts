import { type Json, below, isList, isObject } from './json.js';

/** Depth and number of members of a document that is looked at (security.md, Input). */
export const MAX_DEPTH = 64;
export const MAX_MEMBERS = 10_000;

const PROTOTYPE_MEMBERS = new Set(['__proto__', 'constructor', 'prototype']);

/** A member that no document may have, with its JSON Pointer. */
export interface RefusedMember {
  readonly pointer: string;
  readonly detail: string;
}

/**
 * The first JSON-LD keyword other than `@context`, prototype member or blank-node id anywhere in a document.
 * Keywords can change what the rest says behind the words people read (`@base`, `@reverse`, `@graph`); VC Data Model 2.0
 * needs none but `@context`, and its ids are URLs (section 4.4), never `_:b0`.
 */
export function refusedMember(value: Json): RefusedMember | undefined {
  if (isList(value)) return firstIn(value.entries());
  if (!isObject(value)) return undefined;
  for (const member of Object.keys(value)) {
    if (member.startsWith('@') && member !== '@context') return { pointer: below('', member), detail: `the JSON-LD keyword ${member.slice(0, 40)} is not allowed` };
    if (PROTOTYPE_MEMBERS.has(member)) return { pointer: below('', member), detail: `a member named ${member} is not allowed` };
  }
  const { id } = value;
  if (typeof id === 'string' && id.startsWith('_:')) return { pointer: '/id', detail: 'an id is a URL, not a blank node' };
  return firstIn(Object.entries(value));
}

function firstIn(members: Iterable<readonly [string | number, Json]>): RefusedMember | undefined {
  for (const [member, value] of members) {
    const refused = refusedMember(value);
    if (refused) return { ...refused, pointer: below('', member) + refused.pointer };
  }
  return undefined;
}

/** Whether a document is deeper than 64 or has more than 10,000 members and items. */
export function isTooLarge(value: Json): boolean {
  let members = 0;
  const exceeds = (node: Json, depth: number): boolean => {
    if (typeof node !== 'object' || node === null) return false;
    const children = Object.values<Json>(node);
    members += children.length;
    return depth > MAX_DEPTH || members > MAX_MEMBERS || children.some((child) => exceeds(child, depth + 1));
  };
  return exceeds(value, 1);
}
