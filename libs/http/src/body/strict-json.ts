import { type JsonLimits, parseStrictJson as parse, UnreadableJson } from '@laurel/events';
import { requestProblem } from '@laurel/runtime';

/**
 * Parses the JSON of a request strictly.
 * @throws Problem `malformed-json`, or `validation-failed` where a limit is passed
 */
export function parseStrictJson(bytes: Uint8Array, limits: JsonLimits): unknown {
  try {
    return parse(bytes, limits);
  } catch (error) {
    if (!(error instanceof UnreadableJson)) throw error;
    throw requestProblem(error.code === 'malformed' ? 'malformed-json' : 'validation-failed', `The body cannot be read. ${error.message}`);
  }
}
