import { Injectable } from '@nestjs/common';
import type { JsonObject } from '@laurel/credentials';
import { z } from 'zod';
import { type DidError, didError } from './did-error.js';
import { DidResolver, type ResolutionOptions } from './did-resolver.js';
import { didUrlInPath, readDidUrl } from './did-url.js';
import { isError, type Outcome } from './representation.js';

const OptionsQuery = z.strictObject({
  publicKeyFormat: z.string().max(200).optional(),
  enableExperimentalPublicKeyTypes: z.stringbool({ truthy: ['true'], falsy: ['false'] }).optional(),
});

/** Resolves DIDs and dereferences DID URLs, as they stand in the path of a request (DID Resolution 1.0 sections 4 and 5). */
@Injectable()
export class DidUrls {
  constructor(private readonly resolver: DidResolver) {}

  /** @param segment what stands in the path, undecoded @param query the options */
  async find(segment: string, query: unknown): Promise<Outcome> {
    const text = didUrlInPath(segment);
    const url = text === undefined ? didError('invalidDid', 'It has an escape that stands for nothing.') : readDidUrl(text);
    if ('code' in url) return { kind: url.code === 'invalidDidUrl' ? 'dereferencing' : 'resolution', found: url };
    const options = OptionsQuery.safeParse(query);
    const kind = url.further + url.fragment === '' ? 'resolution' : 'dereferencing';
    if (!options.success) return { kind, found: didError('invalidOptions', `${options.error.issues[0]?.path.join('.') || 'An option'} is not known, or not in its form.`) };
    if (url.further !== '') return { kind, found: didError('featureNotSupported', 'Paths and queries of DIDs lead nowhere here.') };
    const document = await this.resolver.resolve(url.did, options.data as ResolutionOptions);
    return { kind, found: isError(document) || kind === 'resolution' ? (document as JsonObject | DidError) : within(document, url.did, url.fragment) };
  }
}

/** What a fragment names: a verification method or a service of the document (DID Core 1.0 section 3.2.2). */
function within(document: JsonObject, did: string, fragment: string): JsonObject | DidError {
  const named = ['verificationMethod', 'service', 'assertionMethod', 'authentication', 'keyAgreement', 'capabilityInvocation', 'capabilityDelegation']
    .flatMap((member) => document[member] ?? [])
    .find((each): each is JsonObject => typeof each === 'object' && each !== null && 'id' in each && (each.id === did + fragment || each.id === fragment));
  if (!named) return didError('notFound', `The document of ${did.slice(0, 200)} has nothing named ${fragment.slice(0, 200)}.`);
  return { ...(document['@context'] !== undefined && { '@context': document['@context'] }), ...named };
}
