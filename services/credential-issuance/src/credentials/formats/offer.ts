import { CredentialFormat } from '@laurel/credentials';
import { FORMATS } from '@laurel/credentials/signing';
import { z } from 'zod';
import { problem } from '../../problems.js';
import { negotiate } from './negotiate.js';

export const FormatQuery = z.strictObject({
  format: CredentialFormat.optional().meta({ description: 'goes before Accept; eddsa-rdfc-2022 is the document as it was signed at issue, the others are signed when they are fetched' }),
});
export type FormatQuery = z.infer<typeof FormatQuery>;

/** A format, and the media type under which it is given. */
export interface Offer<Format extends CredentialFormat = CredentialFormat> {
  readonly format: Format;
  readonly mediaType: string;
}

/** What Accept can choose from, the one that is given to those who want nothing special first. */
const BY_ACCEPT: ReadonlyMap<string, CredentialFormat> = new Map([
  ['application/vc', 'eddsa-rdfc-2022'],
  ['application/ld+json', 'eddsa-rdfc-2022'],
  ['application/json', 'eddsa-rdfc-2022'],
  ['application/vc+jwt', 'vc-jwt-es256'],
  ['application/dc+sd-jwt', 'sd-jwt-vc'],
  ['image/png', 'png'],
  ['image/svg+xml', 'svg'],
]);

/** Every media type that may come back. */
export const MEDIA_TYPES: readonly string[] = [...BY_ACCEPT.keys()];

/** What a request wants of a credential. @throws Problem `not-acceptable` */
export const offerFor = ({ format }: FormatQuery, accept: string | undefined): Offer => chosenOf(CredentialFormat.options, BY_ACCEPT, format, accept);

/** What a request wants of some formats: by name, else by Accept. @throws Problem `not-acceptable` */
export function chosenOf<Format extends CredentialFormat>(formats: readonly Format[], byAccept: ReadonlyMap<string, Format>, named: Format | undefined, accept: string | undefined): Offer<Format> {
  if (named) return { format: named, mediaType: FORMATS[named].mediaType };
  const mediaType = negotiate(accept, [...byAccept.keys()]);
  const negotiated = mediaType === undefined ? undefined : byAccept.get(mediaType);
  if (mediaType === undefined || !negotiated) throw problem('not-acceptable', `Accept wants none of ${[...byAccept.keys()].join(', ')}. By name, with ?format=, there are ${formats.join(', ')}.`);
  return { format: negotiated, mediaType };
}
