import { parseStrictJson, UnreadableJson } from '@laurel/events';
import { CredentialError } from '../credential-error.js';
import { asList, isObject, type Json } from '../document/json.js';
import { MAX_DEPTH, MAX_MEMBERS } from '../document/members.js';
import type { Profile } from '../document/profile.js';
import { unenvelop, unenvelopFormer } from '../envelopes/enveloped.js';
import { readBakedImage } from '../images/baked-image.js';

const IMAGE = /^data:image\/(?:png|svg\+xml);base64,/;

/**
 * What was sent, out of what is only around it: an enveloped credential or presentation (VC Data Model 2.0 sections 4.13.1 and
 * 4.13.2) gives its token, a baked image (Open Badges 3.0 section 5.3) as a `data:` URL the token or the document that it carries.
 * All else stays. Where nothing but the proof is asked, tokens of VC Data Model 1.1 may be in an envelope too. Throws CredentialError for an envelope or an image that cannot be opened.
 */
export function readSent(sent: unknown, profile: Profile): unknown {
  if (typeof sent === 'string') return sent.startsWith('data:image/') ? readImage(sent) : sent;
  if (!isObject(sent) || !asList(sent.type).some((type) => type === 'EnvelopedVerifiableCredential' || type === 'EnvelopedVerifiablePresentation')) return sent;
  const text = unenvelop(sent)?.text ?? (profile === 'proof-only' ? unenvelopFormer(sent) : undefined);
  if (text === undefined) throw new CredentialError('not-a-credential', 'an envelope has the base context, and what it holds as a data: URL in its id', '/id');
  return text;
}

function readImage(url: string): Json {
  const { credential } = readBakedImage(bytesIn(url));
  try {
    return credential.startsWith('{') ? (parseStrictJson(Buffer.from(credential), { depth: MAX_DEPTH, members: MAX_MEMBERS }) as Json) : credential;
  } catch (error) {
    if (error instanceof UnreadableJson) throw new CredentialError('not-a-credential', `what the image carries cannot be read: ${error.message}`, '');
    throw error;
  }
}

/** One expression for all of a URL would run out of stack on millions of letters, so what is no letter of base64 is looked for. */
function bytesIn(url: string): Buffer {
  const [head] = IMAGE.exec(url) ?? [];
  const letters = head === undefined ? '' : url.slice(head.length).replace(/={1,2}$/, '');
  if (letters === '' || /[^A-Za-z0-9+/]/.test(letters)) throw new CredentialError('unknown-image', 'an image is a PNG or an SVG, in base64', '');
  return Buffer.from(letters, 'base64');
}
