import { DISCLOSABLE } from '@laurel/credentials/signing';
import { z } from 'zod';

const locale = z.string().meta({ description: 'RFC 5646' });

/** SD-JWT VC Type Metadata (draft-ietf-oauth-sd-jwt-vc section "SD-JWT VC Type Metadata"), as far as we use it. */
export const TypeMetadata = z.object({
  vct: z.url(),
  name: z.string(),
  description: z.string(),
  display: z.array(z.object({ locale, name: z.string(), description: z.string() })),
  claims: z.array(z.object({
    path: z.array(z.union([z.string(), z.null()])).meta({ description: 'null stands for every element of an array' }),
    display: z.array(z.object({ locale, label: z.string() })).optional(),
    mandatory: z.boolean().optional(),
    sd: z.enum(['always', 'never']).meta({ description: 'whether the learner may keep it back' }),
  })),
});
export type TypeMetadata = z.infer<typeof TypeMetadata>;

/** The one type of our SD-JWT VCs: an Open Badge says in its achievement what kind of badge it is. */
export const TYPE_NAME = 'achievement-credential';

/** The `vct` of our SD-JWT VCs, at which their metadata is served. */
export const typeUrl = (origin: string): string => `${origin}/v1/credential-types/${TYPE_NAME}`;

/** What is always there and always shown. */
const FIXED = ['/issuer', '/validFrom', '/name', '/credentialSubject/achievement', '/credentialSubject/achievement/name'];

/** In English and French. */
const LABELS: Readonly<Record<string, readonly [string, string]>> = {
  '/issuer': ['Who says so', 'Qui l’atteste'],
  '/validFrom': ['Since', 'Depuis le'],
  '/name': ['What it is called', 'Intitulé'],
  '/credentialSubject/achievement': ['What was learned', 'Ce qui a été appris'],
  '/credentialSubject/id': ['Learner', 'Apprenant'],
  '/credentialSubject/name': ['Name of the learner', 'Nom de l’apprenant'],
  '/credentialSubject/identifier': ['Hashed address of the learner', 'Adresse hachée de l’apprenant'],
  '/credentialSubject/result': ['Results', 'Résultats'],
  '/evidence': ['Evidence', 'Preuves'],
};

const displayOf = ([en, fr]: readonly [string, string]) => [{ locale: 'en', label: en }, { locale: 'fr', label: fr }];

/** A JSON Pointer, `*` for every element, as a path. */
const pathOf = (pointer: string): (string | null)[] => pointer.split('/').slice(1).map((step) => (step === '*' ? null : step));

function claim(pointer: string, sd: 'always' | 'never') {
  const labels = LABELS[pointer];
  return { path: pathOf(pointer), ...(labels && { display: displayOf(labels) }), ...(sd === 'never' && { mandatory: true }), sd };
}

export const typeMetadata = (origin: string): TypeMetadata => ({
  vct: typeUrl(origin),
  name: 'Achievement credential',
  description: 'What somebody learned, formally, non-formally or informally: an Open Badge 3.0 whose members are the claims.',
  display: [
    { locale: 'en', name: 'Achievement credential', description: 'Says what somebody has learned, and who recognises it.' },
    { locale: 'fr', name: 'Attestation d’acquis', description: 'Dit ce qu’une personne a appris, et qui le reconnaît.' },
  ],
  claims: [...FIXED.map((pointer) => claim(pointer, 'never')), ...DISCLOSABLE.map((pointer) => claim(pointer, 'always'))],
});
