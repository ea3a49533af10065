import { z } from 'zod';
import { CREDENTIALS_V1 } from '../contexts/context-urls.js';
import type { MessageCode } from '../words/message.js';
import { type JsonObject, asList } from './json.js';
import { Texts } from './values/language-value.js';
import { RelatedResources } from './values/related-resource.js';

const isUrl = (value: string): boolean => /^[A-Za-z][A-Za-z0-9+.-]*:\S+$/.test(value);
export const Id = z.string().refine(isUrl, 'must-be-uri' satisfies MessageCode);
export const oneOrMore = <Item extends z.ZodType>(item: Item) => z.union([item, z.array(item).min(1)]);

const Types = oneOrMore(z.string().min(1));
const Typed = oneOrMore(z.looseObject({ id: Id.optional(), type: Types }));
const Identified = oneOrMore(z.looseObject({ id: Id, type: Types }));
const Subject = z.looseObject({ id: Id.optional() }).refine((subject) => Object.keys(subject).length > 0, 'must-make-a-claim' satisfies MessageCode);
const CredentialType = z.union([z.literal('VerifiableCredential'), z.array(z.string().min(1)).min(1)]).refine(
  (types) => [types].flat().includes('VerifiableCredential'),
  { error: 'must-contain' satisfies MessageCode, params: { wanted: 'VerifiableCredential' } },
);

const Common = z.looseObject({
  '@context': z.array(z.unknown()).min(1),
  id: Id.optional(),
  type: CredentialType,
  issuer: z.union([Id, z.looseObject({ id: Id })]),
  credentialSubject: oneOrMore(Subject),
  credentialSchema: Identified.optional(),
  termsOfUse: Typed.optional(),
  evidence: Typed.optional(),
  proof: z.unknown().optional(),
});

/** VC Data Model 2.0 section 4. */
export const CredentialV2 = Common.extend({
  issuer: z.union([Id, z.looseObject({ id: Id, name: Texts.optional(), description: Texts.optional() })]),
  name: Texts.optional(),
  description: Texts.optional(),
  credentialStatus: Typed.optional(),
  refreshService: Typed.optional(),
  relatedResource: RelatedResources.optional(),
});

/** VC Data Model 1.1 section 4; status and refresh service need an id there. */
export const CredentialV1 = Common.extend({ issuanceDate: z.string(), credentialStatus: Identified.optional(), refreshService: Identified.optional() });

/** Whether a document speaks the words of VC Data Model 1.1 (`issuanceDate`) rather than 2.0 (`validFrom`). */
export const isVersion1 = (document: JsonObject): boolean => asList(document['@context'])[0] === CREDENTIALS_V1;

/** The issuer's id, if it has one in either of its two forms (VC Data Model 2.0 section 4.7). */
export function issuerId({ issuer }: JsonObject): string | undefined {
  const id = typeof issuer === 'object' && issuer !== null && 'id' in issuer ? issuer.id : issuer;
  return typeof id === 'string' ? id : undefined;
}
