import { CLASS_WORDS } from '../contexts/class-words.js';
import { fault } from '../words/fault.js';
import { type Json, below, isList, isObject } from './json.js';
import type { Profile } from './profile.js';
import type { LocatedFault } from './schema-fault.js';
import { isMultilingual } from './values/language-value.js';

/** Depth and number of members of a document that is looked at (security.md, Input). */
export const MAX_DEPTH = 64;
export const MAX_MEMBERS = 10_000;

const PROTOTYPE_MEMBERS = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * The first JSON-LD keyword other than `@context`, prototype member or blank-node id anywhere in a document, or one
 * named like a class: to the canonical form that is the same as the property it stands for.
 * Keywords can change what the rest says behind the words people read (`@base`, `@reverse`, `@graph`); VC Data Model 2.0
 * needs none but `@context`, and those of a text with its language in names and descriptions; its ids are URLs (section 4.4), never `_:b0`.
 * Where nothing but the proof is asked, contexts may be written out, and are for the one who looks at contexts.
 */
export function refusedMember(value: Json, profile: Profile = 'full'): LocatedFault | undefined {
  if (isList(value)) return firstIn(value.entries(), profile);
  if (!isObject(value)) return undefined;
  for (const member of Object.keys(value)) {
    if (member.startsWith('@') && member !== '@context') return { pointer: below('', member), ...fault('member-is-keyword', { name: member.slice(0, 40) }) };
    if (CLASS_WORDS.has(member)) return { pointer: below('', member), ...fault('member-is-class', { name: member }) };
    if (PROTOTYPE_MEMBERS.has(member)) return { pointer: below('', member), ...fault('member-is-of-prototype', { name: member }) };
  }
  const { id } = value;
  if (typeof id === 'string' && id.startsWith('_:')) return { pointer: '/id', ...fault('id-is-blank-node') };
  return firstIn(Object.entries(value), profile);
}

function firstIn(members: Iterable<readonly [string | number, Json]>, profile: Profile): LocatedFault | undefined {
  for (const [member, value] of members) {
    if (isMultilingual(member, value) || (profile === 'proof-only' && member === '@context')) continue;
    const refused = refusedMember(value, profile);
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

/** How many members and items a document has, on all levels. */
export function membersOf(value: Json): number {
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values<Json>(value).reduce((members: number, child) => members + 1 + membersOf(child), 0);
}
