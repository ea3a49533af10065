import { z } from 'zod';
import { english } from './en.js';

/** The code of every text that a verifier can say. */
export const MessageCode = z.enum(Object.keys(english) as [keyof typeof english, ...(keyof typeof english)[]]).meta({ id: 'MessageCode' });
export type MessageCode = z.infer<typeof MessageCode>;

/** What a text is about: an id, a date or a number as it was found, another message, or several of these. */
export type MessageParam = string | number | Message | readonly (string | Message)[];
export type MessageParams = Readonly<Record<string, MessageParam>>;

/** A text by its code, with what it is about. Whoever has the texts of a language can say it in that language. */
export interface Message {
  readonly code: MessageCode;
  readonly params?: MessageParams;
}

/** What an inner message is about is of the same form again; a schema that says so would refer to itself, which OpenAPI tools trip over. */
const Inner = z.object({ code: MessageCode, params: z.record(z.string(), z.any()).optional() });
const Param = z.union([z.string(), z.number(), Inner, z.array(z.union([z.string(), Inner]))]) as z.ZodType<MessageParam>;

export const MessageParams = z.record(z.string(), Param) as z.ZodType<MessageParams>;
export const Message: z.ZodType<Message> = z.object({ code: MessageCode, params: MessageParams.optional() });

/** One language: a text for every code. */
export type Catalogue = Readonly<Record<MessageCode, string>>;
