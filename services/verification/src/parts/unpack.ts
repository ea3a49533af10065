import { clrParts, CredentialError, isClr, type JsonObject, partsIn } from '@laurel/credentials';
import { Problem } from '@laurel/runtime';
import { problem } from '../problems.js';
import { refusal, type Submitted } from '../verifications/sent.js';

/** Parts that are looked at for one question, and how deep: a record, and a record in it. */
const [MOST_TOGETHER, DEEPEST] = [1_000, 2];

/** What was sent and, of a learner record that is not too deep, the credentials in it. */
export interface Unpacked extends Submitted {
  readonly parts?: readonly UnpackedPart[];
}

export interface UnpackedPart {
  readonly pointer: string;
  /** Or why it is none. */
  readonly credential: Unpacked | Problem;
}

/** Whether it has parts to be looked at, also where it does not call itself a record. */
export const isRecord = (document: JsonObject): boolean => isClr(document) || clrParts(document).length > 0;

/** Unpacks the records among what was sent; one that is too much beside the others is a Problem `credential-too-large`. */
export function unpack(sent: readonly Submitted[]): (Unpacked | Problem)[] {
  let left = MOST_TOGETHER;
  const unpacked = (one: Submitted, depth: number): Unpacked | Problem => {
    const { document } = one.opened;
    if (!isRecord(document) || depth > DEEPEST) return one;
    const count = clrParts(document).length;
    if (count > left) return problem('credential-too-large', `The learner records that were sent together hold more than ${MOST_TOGETHER} credentials: send this one by itself.`);
    left -= count;
    return {
      ...one,
      parts: partsIn(document).map(({ pointer, sent: part, credential }) => ({
        pointer,
        credential: credential instanceof CredentialError ? refusal(credential, 'not-a-credential', pointer) : unpacked({ sent: part as string | JsonObject, opened: credential }, depth + 1),
      })),
    };
  };
  return sent.map((one) => unpacked(one, 1));
}

/** Each credential by itself: those that were sent, and those in them. */
export const eachIn = (one: Unpacked | Problem): Unpacked[] => (one instanceof Problem ? [] : [one, ...(one.parts ?? []).flatMap(({ credential }) => eachIn(credential))]);
