import { CredentialError } from '../credential-error.js';

/**
 * The did:web of a provider (did:web Method section 3.1): `https://laurel.example:8443` and `p1` give
 * `did:web:laurel.example%3A8443:issuers:p1`, whose document is served at /issuers/p1/did.json.
 * Throws `invalid-did` for an origin without https, with a path, or with user information.
 */
export function didWeb(origin: string, providerId: string): string {
  const url = URL.canParse(origin) ? new URL(origin) : undefined;
  if (url?.protocol !== 'https:' || url.origin !== origin) throw new CredentialError('invalid-did', `did:web needs an https origin, not ${origin}`);
  if (!/^[A-Za-z0-9._-]+$/.test(providerId)) throw new CredentialError('invalid-did', `${providerId} cannot be part of a did:web`);
  return `did:web:${url.host.replace(':', '%3A')}:issuers:${providerId}`;
}

const DID_WEB = /^did:web:([A-Za-z0-9._%-]+)((?::[A-Za-z0-9._%-]+)*)$/;

/** Where the document of a did:web lies (did:web Method section 3.2): always https. Throws `invalid-did`. */
export function didWebUrl(did: string): string {
  const [, host = '', path = ''] = DID_WEB.exec(did) ?? [];
  const segments = path.split(':').slice(1);
  const url = `https://${host.replace(/%3A/i, ':')}${segments.map((segment) => `/${segment}`).join('') || '/.well-known'}/did.json`;
  const leaves = segments.some((segment) => /^\.+$|%(2f|5c|2e)/i.test(segment));
  // A host with escapes, or none, is read as another.
  if (leaves || !URL.canParse(url) || new URL(url).href !== url) throw new CredentialError('invalid-did', `${did.slice(0, 200)} is not a did:web that can be fetched`);
  return url;
}
