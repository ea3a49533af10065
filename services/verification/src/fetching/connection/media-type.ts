/** Asked of every server alike, so that one URL has one answer. */
export const ACCEPT = 'application/vc, application/did, application/json, application/*+json;q=0.9, application/vc+jwt;q=0.8, application/statuslist+jwt;q=0.8, application/jwt;q=0.8';

const JSON_TYPE = /^application\/(json|did|vc|[\w.+-]+\+json)$/;
const JWT_TYPE = /^application\/([\w.-]+\+)?jwt$/;

/** How a body of a media type (RFC 9110 section 8.3.1) is read; undefined for all that is not read. */
export function formOf(contentType: string): 'json' | 'jwt' | undefined {
  const type = contentType.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  return JSON_TYPE.test(type) ? 'json' : JWT_TYPE.test(type) ? 'jwt' : undefined;
}
