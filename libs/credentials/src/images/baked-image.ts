import { readAchievement } from '../achievement/read-achievement.js';
import { CredentialError } from '../credential-error.js';
import { bakePng, readPng } from './baked-png.js';
import { bakeSvg, readSvg } from './baked-svg.js';
import { documentIn } from './carried-text.js';
import { badgePng } from './design/badge-png.js';
import { badgeSvg } from './design/badge-svg.js';
import { isPng } from './png-chunks.js';

export type ImageKind = 'png' | 'svg';

/** An image file and the credential in it: JSON text or a compact JWS, as it stands there and not yet verified. */
export interface BakedImage {
  readonly kind: ImageKind;
  readonly credential: string;
}

/** The largest image that is looked at, in bytes. */
const MAX_IMAGE_BYTES = 4 * 1024 * 1024;

/**
 * An image file that carries the credential (Open Badges 3.0 section 5.3), JSON text or a compact JWS; without an `image`
 * the badge is drawn: a wreath, and in an SVG the achievement's name. The picture itself is taken as it comes: serve an SVG
 * of somebody else's with a Content-Security-Policy that runs nothing. Throws CredentialError.
 */
export function bakeImage(kind: ImageKind, credential: string, image?: Uint8Array): Uint8Array {
  if (image) admitSize(image);
  return kind === 'png' ? bakePng(image ?? badgePng(), credential) : bakeSvg(image ?? Buffer.from(badgeSvg(titleOf(credential))), credential);
}

/**
 * The one credential in a PNG or an SVG, told apart by how they begin. Throws CredentialError `unknown-image`, `invalid-png`,
 * `invalid-svg`, `nothing-baked`, `baked-twice`, `not-a-credential` or `too-large`, and nothing else, whatever the bytes.
 */
export function readBakedImage(bytes: Uint8Array): BakedImage {
  admitSize(bytes);
  if (isPng(bytes)) return { kind: 'png', credential: readPng(bytes) };
  if (isMarkup(bytes)) return { kind: 'svg', credential: readSvg(bytes) };
  throw new CredentialError('unknown-image', 'an image is a PNG or an SVG');
}

const isMarkup = (bytes: Uint8Array): boolean => /^\s*</.test(Buffer.from(bytes.subarray(0, 256)).toString());

function admitSize(image: Uint8Array): void {
  if (image.length > MAX_IMAGE_BYTES) throw new CredentialError('too-large', 'an image has at most 4 MiB');
}

function titleOf(credential: string): string {
  const document = documentIn(credential);
  return readAchievement(document).achievement?.name ?? (typeof document.name === 'string' ? document.name : 'Credential');
}
