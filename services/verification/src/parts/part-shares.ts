import { type JsonObject, type Message, type MessageCode, subjectIds } from '@laurel/credentials';
import { isPast, isSelfAsserted, reasonOf } from '../summary/sentence.js';
import { isGenuine } from '../summary/unproven.js';
import type { Held } from '../verifications/verification.js';

/** A part of a record with what came of it by itself, and what it says unless it is no credential. */
export interface ExaminedPart extends Readonly<Held> {
  readonly document?: JsonObject;
}

/** Parts that are named of each share. */
const MOST_NAMED = 5;

/** A part with its place, from 1, and how the record names the learner. */
interface Placed extends ExaminedPart {
  readonly place: number;
  readonly learner: readonly string[];
}

/** What some parts have in common: in words for one and for several, the gravest first. */
const SHARES: readonly (readonly [one: MessageCode, several: MessageCode, fits: (part: Placed) => boolean])[] = [
  ['part-unproven', 'parts-unproven', (part) => !isProven(part)],
  ['part-fallen', 'parts-fallen', (part) => isProven(part) && hasFailed(part) && isPast(part.verification?.checks ?? [])],
  ['part-faulty', 'parts-faulty', (part) => isProven(part) && hasFailed(part) && !isPast(part.verification?.checks ?? [])],
  ['part-own-word', 'parts-own-word', (part) => !hasFailed(part) && isSelfAsserted(part.verification?.checks ?? [])],
  ['part-otherwise-named', 'parts-otherwise-named', (part) => !hasFailed(part) && isOtherwiseNamed(part)],
];

export const hasFailed = ({ verification }: ExaminedPart): boolean => !verification?.verified;
export const isProven = ({ verification }: ExaminedPart): boolean => verification !== undefined && isGenuine(verification.checks);

/** Issuers may know a person by different ids, so it is told, and no fault. */
function isOtherwiseNamed({ document = {}, learner }: Placed): boolean {
  const ids = subjectIds(document);
  return ids.length > 0 && learner.length > 0 && !ids.some((id) => learner.includes(id));
}

/** What there is to be known about the parts of a record beyond that they are there: of how many, which they are, and why. */
export function sharesOf(record: JsonObject, parts: readonly ExaminedPart[]): Message | undefined {
  const placed = parts.map((part, at) => ({ ...part, place: at + 1, learner: subjectIds(record) }));
  return SHARES.reduceRight<Message | undefined>((further, [one, several, fits]) => {
    const fitting = placed.filter(fits);
    if (fitting.length === 0) return further;
    const share = shareOf(fitting.length === 1 ? one : several, fitting);
    return further ? { code: 'further-shares', params: { share, further } } : share;
  }, undefined);
}

function shareOf(code: MessageCode, fitting: readonly Placed[]): Message {
  const count = fitting.length;
  const named = fitting.slice(0, MOST_NAMED).map(inTrouble);
  const parts: Message[] = count > MOST_NAMED ? [...named, { code: 'more-parts', params: { count: count - MOST_NAMED } }] : named;
  return { code, params: { count, parts } };
}

function inTrouble(placed: Placed): Message {
  const part = nameOf(placed);
  const trouble = isProven(placed) ? reasonOf(placed.verification?.checks ?? []) : undefined;
  return trouble ? { code: 'part-in-trouble', params: { part, trouble } } : part;
}

/** By what it says only where its issuer said it: a forger's words are not repeated. */
const nameOf = ({ place, verification }: Placed): Message => {
  const achievement = verification?.summary.achievement;
  return achievement ? { code: 'part-by-name', params: { achievement } } : { code: 'part-by-place', params: { place } };
};
