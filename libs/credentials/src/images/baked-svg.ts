import { CredentialError } from '../credential-error.js';
import { carriedText, isCompactJws } from './carried-text.js';
import { OPENBADGES, scanSvg, svgText } from './svg-scan.js';

/**
 * An SVG with the credential as the first element in it (Open Badges 3.0 section 5.3.2.1).
 * Throws `invalid-svg`, `baked-twice` if it carries one already.
 */
export function bakeSvg(image: Uint8Array, credential: string): Uint8Array {
  const svg = svgText(image);
  const { root, rootEnd, baked } = scanSvg(svg);
  if (baked.length > 0) throw new CredentialError('baked-twice', 'the image carries a credential already');
  if (root.isSelfClosing) throw new CredentialError('invalid-svg', 'there is nothing in it');
  const declaration = ` xmlns:openbadges="${OPENBADGES}"`;
  const declared = root.ns.openbadges;
  const element = credentialElement(carriedText(credential), declared === undefined || declared === OPENBADGES ? '' : declaration);
  return Buffer.from(`${svg.slice(0, rootEnd - 1)}${declared === undefined ? declaration : ''}>${element}${svg.slice(rootEnd)}`);
}

const credentialElement = (credential: string, declaration: string): string =>
  isCompactJws(credential)
    ? `<openbadges:credential${declaration} verify="${credential}"></openbadges:credential>`
    : `<openbadges:credential${declaration}><![CDATA[${withoutMarkup(credential)}]]></openbadges:credential>`;

/** The same JSON without the end of a CDATA section and without characters that XML does not have: in JSON they stand in strings only, so they can be escaped. */
const withoutMarkup = (json: string): string =>
  json.replace(/(?<=\]\])>|[\u007f-\u009f\u2028\ufffe\uffff]|\p{Surrogate}/gu, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** The credential in an SVG (section 5.3.2.2). Throws `invalid-svg`, `nothing-baked`, `baked-twice`, `not-a-credential`, `too-large`. */
export function readSvg(image: Uint8Array): string {
  const { baked } = scanSvg(svgText(image));
  const [first] = baked;
  if (!first) throw new CredentialError('nothing-baked', 'the SVG carries no credential');
  if (baked.length > 1 || (first.verify !== undefined && first.body.trim() !== '')) throw new CredentialError('baked-twice', 'the SVG carries more than one credential');
  return carriedText(first.verify ?? first.body);
}
