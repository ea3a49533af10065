import { z } from 'zod';
import { english } from './en.js';

/** The code of every text that a verifier can say. */
export const MessageCode = z.enum(Object.keys(english) as [keyof typeof english, ...(keyof typeof english)[]]);
export type MessageCode = z.infer<typeof MessageCode>;

/** What the text is about: ids, dates and numbers as they were found. */
export const MessageParams = z.record(z.string(), z.union([z.string(), z.number()]));
export type MessageParams = Readonly<z.infer<typeof MessageParams>>;

/** One language: a text for every code, with its parameters in braces. A file beside en.ts adds one. */
export type Catalogue = Readonly<Record<MessageCode, string>>;

/** A text by its code, with what it is about. */
export interface Message {
  readonly code: MessageCode;
  readonly params?: MessageParams;
}

/** A message in a language; a parameter that comes from a document is cut to 200 characters. */
export const inWords = ({ code, params = {} }: Message, catalogue: Catalogue = english): string =>
  catalogue[code].replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? '').slice(0, 200));
