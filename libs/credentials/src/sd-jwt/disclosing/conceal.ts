import { CredentialError } from '../../credential-error.js';
import { below, isList, isObject, type Json, type JsonObject } from '../../document/json.js';
import { DIGEST_ALGORITHM, type Disclosure, newDisclosure } from './disclosure.js';
import { isReserved } from './reserved.js';

export interface Concealed {
  readonly claims: JsonObject;
  readonly disclosures: readonly Disclosure[];
}

/**
 * Claims with digests in the places of those that their holder may show or not (RFC 9901 section 4.2.4), and the disclosures.
 * `disclosable` are JSON pointers, `*` in them for every element of an array; what lies within another is disclosed by itself
 * once more. Digests are sorted, so that their order tells nothing. Throws `refused-member` for a reserved name.
 */
export function conceal(claims: JsonObject, disclosable: readonly string[]): Concealed {
  const patterns = new Set(disclosable);
  const disclosures: Disclosure[] = [];
  const digestFor = (value: Json, name?: string): string => {
    const disclosure = newDisclosure(value, name);
    disclosures.push(disclosure);
    return disclosure.digest;
  };
  const within = (value: Json, pattern: string): Json => (isList(value) ? list(value, `${pattern}/*`) : isObject(value) ? object(value, pattern) : value);
  const list = (elements: readonly Json[], pattern: string): Json => elements.map((element) => within(element, pattern)).map((inner) => (patterns.has(pattern) ? { '...': digestFor(inner) } : inner));
  const object = (value: JsonObject, pattern: string): JsonObject => {
    const shown: [string, Json][] = [];
    const digests: string[] = [];
    for (const [name, member] of Object.entries(value)) {
      const pointer = below(pattern, name);
      if (isReserved(name)) throw new CredentialError('refused-member', `a claim may not be named ${name}`, pointer);
      const inner = within(member, pointer);
      if (patterns.has(pointer)) digests.push(digestFor(inner, name));
      else shown.push([name, inner]);
    }
    return Object.fromEntries(digests.length === 0 ? shown : [...shown, ['_sd', digests.sort()]]);
  };
  const shown = object(claims, '');
  return { claims: disclosures.length === 0 ? shown : { ...shown, _sd_alg: DIGEST_ALGORITHM }, disclosures };
}
