import type { Language } from './language.js';
import { ENGLISH } from './languages.js';
import type { Message, MessageParam } from './message.js';
import { oneLine } from './one-line.js';

/** `{name}`, or `{name, form}` where the language has a way of writing it. */
const PARAMETER = /\{(\w+)(?:, (date|time|number|list|row|start))?\}/g;

/**
 * A message in a language. Its text says how a parameter is written: `date` and `time` (UTC), `number`, `list` (a, b and c),
 * `row` (a, b, c), `start` with a capital; all else as it is. What comes from a document is cut and kept on one line.
 */
export const inWords = ({ code, params = {} }: Message, language: Language = ENGLISH): string =>
  language.texts[code].replace(PARAMETER, (_, name: string, form?: string) => written(params[name], form, language));

function written(value: MessageParam | undefined, form: string | undefined, language: Language): string {
  if (value === undefined) return '';
  if (typeof value === 'string') return form === 'date' ? language.onDay(value) : form === 'time' ? language.atMinute(value) : oneLine(value);
  if (typeof value === 'number') return form === 'number' ? language.number(value) : String(value);
  if (!isList(value)) return form === 'start' ? language.capitalised(inWords(value, language)) : inWords(value, language);
  const items = value.map((item) => written(item, undefined, language));
  return form === 'row' ? items.join(', ') : language.list(items);
}

const isList = (value: MessageParam): value is readonly (string | Message)[] => Array.isArray(value);
