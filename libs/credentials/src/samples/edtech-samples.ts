import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ResolveKey } from '../did/key-resolution.js';
import { resolveOffline } from '../did/resolve-offline.js';
import type { JsonObject } from '../document/json.js';
import { decodeMultikey } from '../keys/multikey.js';
import { fault } from '../words/fault.js';
import { fixture, fixtureFolder, fixtureText } from './fixtures.config.js';

/** When 1EdTech's samples are looked at. */
export const EDTECH_NOW = new Date('2026-11-24T09:30:00Z');

const IMAGES: Readonly<Record<string, string>> = { png: 'image/png', svg: 'image/svg+xml' };

/** A sample as somebody would send it: a document, a token, or an image as a `data:` URL. */
export function edtechSample(path: string): JsonObject | string {
  const [ending = ''] = path.split('.').slice(-1);
  const image = IMAGES[ending];
  if (image !== undefined) return `data:${image};base64,${readFileSync(join(fixtureFolder, path)).toString('base64')}`;
  return ending === 'jwt' ? fixtureText(path) : fixture(path);
}

/** 1EdTech's validator takes the key from the fragment of a verification method of https or did:web; so do tests on its samples, and nothing else. */
export const resolveFromFragment: ResolveKey = (method, purpose) => {
  const [controller = '', key = ''] = method.split('#');
  if (!controller.startsWith('https:') && !controller.startsWith('did:web:')) return resolveOffline(method, purpose);
  try {
    return { controller, publicKey: decodeMultikey(key) };
  } catch {
    return fault('unknown-key', { controller });
  }
};
