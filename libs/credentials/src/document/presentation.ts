import { z } from 'zod';
import type { MessageCode } from '../words/message.js';
import { Id, oneOrMore } from './credential.js';
import { type JsonObject, asList, isObject } from './json.js';

/** VC Data Model 2.0 section 4.13; 1.1 section 4.10. What is presented is for the one who looks at each. */
export const Presentation = z.looseObject({
  '@context': z.array(z.unknown()).min(1),
  id: Id.optional(),
  type: oneOrMore(z.string().min(1)).refine((types) => [types].flat().includes('VerifiablePresentation'), { error: 'must-contain' satisfies MessageCode, params: { wanted: 'VerifiablePresentation' } }),
  holder: z.union([Id, z.looseObject({ id: Id })]).optional(),
  verifiableCredential: z.unknown().optional(),
  proof: z.unknown().optional(),
});

/** Who presents, by either form of `holder`. */
export function holderId({ holder }: JsonObject): string | undefined {
  const id = isObject(holder) ? holder.id : holder;
  return typeof id === 'string' ? id : undefined;
}

/** Whom a credential is about, as far as it names them. */
export const subjectIds = ({ credentialSubject }: JsonObject): string[] => asList(credentialSubject).flatMap((subject) => (isObject(subject) && typeof subject.id === 'string' ? [subject.id] : []));
