import { CREDENTIALS_V2 } from '../contexts/context-urls.js';
import { asList, type Json, isObject, type JsonObject } from '../document/json.js';

/** What an envelope of VC Data Model 2.0 may hold here. */
const MEDIA_TYPES = ['vc+jwt', 'vc+sd-jwt', 'dc+sd-jwt', 'vp+jwt', 'vp+sd-jwt'] as const;
export type EnvelopeMediaType = (typeof MEDIA_TYPES)[number];

const DATA_URL = new RegExp(`^data:application/(${MEDIA_TYPES.map((type) => type.replace('+', '\\+')).join('|')}),([\\w.~-]+)$`);

/** A secured text inside a JSON document (VC Data Model 2.0 sections 4.13.1 and 4.13.2). */
export interface Enveloped {
  /** Without `application/`. */
  readonly mediaType: EnvelopeMediaType;
  readonly text: string;
}

/** An EnvelopedVerifiableCredential, or EnvelopedVerifiablePresentation around what secures one. */
export const envelop = ({ mediaType, text }: Enveloped): JsonObject => ({
  '@context': [CREDENTIALS_V2],
  id: `data:application/${mediaType},${text}`,
  type: typeOf(mediaType),
});

/** What is in an envelope; undefined for anything that is none of a kind that is known here. */
export function unenvelop(value: Json): Enveloped | undefined {
  if (!isObject(value) || typeof value.id !== 'string' || asList(value['@context'])[0] !== CREDENTIALS_V2) return undefined;
  const [, mediaType, text] = DATA_URL.exec(value.id) ?? [];
  if (!isMediaType(mediaType) || text === undefined || !asList(value.type).includes(typeOf(mediaType))) return undefined;
  return { mediaType, text };
}

/** The same for tokens of VC Data Model 1.1, whose media type says no more than that they are tokens; undefined for all else. */
export function unenvelopFormer(value: Json): string | undefined {
  const [, text] = (isObject(value) && typeof value.id === 'string' && asList(value['@context'])[0] === CREDENTIALS_V2 && isEnveloped(value) && /^data:application\/jwt,([\w.-]+)$/.exec(value.id)) || [];
  return text;
}

/** Whether something secured is in an envelope of the data model, in a form that is known here or not. */
export const isEnveloped = (value: Json): boolean => isObject(value) && typeof value.id === 'string' && /^data:application\/[\w.+-]+[,;]/.test(value.id) && asList(value.type).some((type) => /^EnvelopedVerifiable(Credential|Presentation)$/.test(String(type)));

const isMediaType = (name: string | undefined): name is EnvelopeMediaType => MEDIA_TYPES.some((type) => type === name);

const typeOf = (mediaType: EnvelopeMediaType): string => (mediaType.startsWith('vp') ? 'EnvelopedVerifiablePresentation' : 'EnvelopedVerifiableCredential');
