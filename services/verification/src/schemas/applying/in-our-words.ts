import type { Message } from '@laurel/credentials';
import type { Broken } from './apply-schema.js';

/** What a document does not keep to, as it is said of other documents too. */
export function inOurWords({ keyword, params, pointer }: Broken & { readonly pointer: string }): Message {
  const member = pointer.split('/').at(-1) || ({ code: 'the-document' } as const);
  const about = (name: string): string => String(params[name]);
  switch (keyword) {
    case 'required':
      return { code: 'value-missing', params: { member } };
    case 'type':
      return { code: 'value-of-other-type', params: { member, type: about('type') } };
    case 'enum':
      return { code: 'value-not-among', params: { member, values: [params.allowedValues].flat().map(String) } };
    case 'const':
      return { code: 'value-not-among', params: { member, values: [about('allowedValue')] } };
    case 'format':
      return { code: 'value-in-other-form', params: { member, form: about('format') } };
    case 'additionalProperties':
      return { code: 'value-not-foreseen', params: { member, names: [about('additionalProperty')] } };
    default:
      return { code: 'schema-keyword', params: { member, keyword } };
  }
}
