import { z } from 'zod';
import type { MessageCode } from '../../words/message.js';
import { type Json, asList, isObject } from '../json.js';

/** A text with its language and direction (VC Data Model 2.0 section 11.1); the only use of JSON-LD keywords that the data model asks for. */
export const LanguageValue = z.strictObject({
  '@value': z.string(),
  '@language': z.string().regex(/^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$/, 'must-be-language-tag' satisfies MessageCode).optional(),
  '@direction': z.enum(['ltr', 'rtl']).optional(),
});

/** A name or description: a string, a text with its language, or a list of such (sections 4.6 and 11.1). */
export const Texts = z.union([z.string(), LanguageValue, z.array(z.union([z.string(), LanguageValue])).min(1)]);

const TEXT_MEMBERS = new Set(['name', 'description']);

/** Whether the value of a member is texts of which at least one says its language. */
export const isMultilingual = (member: string | number, value: Json): boolean =>
  TEXT_MEMBERS.has(String(member)) && asList(value).some(isObject) && Texts.safeParse(value).success;
