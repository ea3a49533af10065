import type { JsonObject } from '@laurel/credentials';
import { DID_ERRORS, type DidError, didError } from './did-error.js';

/** What came of resolving a DID, or of dereferencing a DID URL. */
export interface Outcome {
  readonly kind: 'resolution' | 'dereferencing';
  readonly found: JsonObject | DidError;
}

export interface Representation {
  readonly status: number;
  readonly contentType: string;
  readonly body: JsonObject;
}

/** The media type of a document: of what is found, whatever is around it. */
const DOCUMENT = 'application/did';

/** The error as DID Resolution 1.0 section 10 has it, a problem by RFC 9457. */
const problemOf = ({ code, detail }: DidError): JsonObject => ({ type: `https://www.w3.org/ns/did#${DID_ERRORS[code].name}`, title: DID_ERRORS[code].title, detail });

/** DID Resolution 1.0 section 4.2: a DID resolution result. */
const resolutionResult = ({ found }: Outcome): JsonObject =>
  isError(found)
    ? { didResolutionMetadata: { error: problemOf(found) }, didDocument: null, didDocumentMetadata: {} }
    : { didResolutionMetadata: { contentType: DOCUMENT }, didDocument: found, didDocumentMetadata: {} };

/** Section 5.1: a DID URL dereferencing result. */
const dereferencingResult = ({ found }: Outcome): JsonObject =>
  isError(found)
    ? { dereferencingMetadata: { error: problemOf(found) }, contentStream: null, contentMetadata: {} }
    : { dereferencingMetadata: { contentType: DOCUMENT }, contentStream: found, contentMetadata: {} };

/** The result of before that, which did:key (version 0.9) and the resolvers of its time have: errors are words. */
const formerResult = ({ kind, found }: Outcome): JsonObject => ({
  '@context': 'https://w3id.org/did-resolution/v1',
  didDocument: isError(found) ? {} : found,
  didDocumentMetadata: {},
  [kind === 'resolution' ? 'didResolutionMetadata' : 'didDereferencingMetadata']: isError(found) ? { error: found.code, message: found.detail } : { contentType: 'application/did+ld+json' },
});

const bare = ({ found }: Outcome): JsonObject => (isError(found) ? problemOf(found) : found);

export const isError = (found: JsonObject | DidError): found is DidError => 'code' in found && typeof found.code === 'string' && Object.hasOwn(DID_ERRORS, found.code);

/** What is written, by the media type that is asked for; the first is for who asks for none. */
const WRITERS: readonly (readonly [accepts: (mediaType: string, parameters: string) => boolean, contentType: string | undefined, write: (outcome: Outcome) => JsonObject])[] = [
  [(type) => type === 'application/did-resolution' || type === '*/*' || type === 'application/*', 'application/did-resolution', resolutionResult],
  [(type) => type === 'application/did-url-dereferencing', 'application/did-url-dereferencing', dereferencingResult],
  [(type, parameters) => type === 'application/ld+json' && parameters.includes('https://w3id.org/did-resolution'), 'application/ld+json;profile="https://w3id.org/did-resolution"', formerResult],
  [(type) => ['application/did', 'application/did+json', 'application/did+ld+json', 'application/json', 'application/ld+json'].includes(type), undefined, bare],
];

/** An outcome in the first media type of an Accept header (RFC 9110 section 12.5.1) that is written here. */
export function represent(outcome: Outcome, accept: string): Representation {
  for (const asked of accept.toLowerCase().split(',')) {
    const [mediaType = '', ...parameters] = asked.split(';').map((part) => part.trim());
    const [, contentType, write] = WRITERS.find(([accepts]) => accepts(mediaType, parameters.join(';'))) ?? [];
    if (write) return { status: statusOf(outcome), contentType: isError(outcome.found) && contentType === undefined ? 'application/problem+json' : (contentType ?? mediaType), body: write(outcome) };
  }
  const refused: Outcome = { ...outcome, found: didError('representationNotSupported', 'Ask for application/did-resolution, application/did-url-dereferencing or application/did.') };
  return { status: statusOf(refused), contentType: 'application/problem+json', body: bare(refused) };
}

const statusOf = ({ found }: Outcome): number => (isError(found) ? DID_ERRORS[found.code].status : 200);
