/** Every way in which a DID is not resolved: its name in DID Resolution 0.3 and did:key, and the HTTP status of the binding (DID Resolution 1.0 section 11.1). */
export const DID_ERRORS = {
  invalidDid: { name: 'INVALID_DID', status: 400, title: 'This is no DID' },
  invalidDidUrl: { name: 'INVALID_DID_URL', status: 400, title: 'This is no DID URL' },
  invalidOptions: { name: 'INVALID_OPTIONS', status: 400, title: 'An option is not known, or not in its form' },
  invalidPublicKey: { name: 'INVALID_PUBLIC_KEY', status: 400, title: 'The DID holds no key that can be read' },
  invalidPublicKeyLength: { name: 'INVALID_PUBLIC_KEY_LENGTH', status: 400, title: 'The key has not the length of its kind' },
  invalidPublicKeyType: { name: 'INVALID_PUBLIC_KEY_TYPE', status: 400, title: 'The key cannot be written in this form' },
  unsupportedPublicKeyType: { name: 'UNSUPPORTED_PUBLIC_KEY_TYPE', status: 400, title: 'This form of a key is not known here' },
  notFound: { name: 'NOT_FOUND', status: 404, title: 'There is no document to be found' },
  representationNotSupported: { name: 'REPRESENTATION_NOT_SUPPORTED', status: 406, title: 'Nothing is written in this media type here' },
  invalidDidDocument: { name: 'INVALID_DID_DOCUMENT', status: 500, title: 'What is found is not the document of this DID' },
  methodNotSupported: { name: 'METHOD_NOT_SUPPORTED', status: 501, title: 'DIDs of this method are not resolved here' },
  featureNotSupported: { name: 'FEATURE_NOT_SUPPORTED', status: 501, title: 'Only DIDs and their fragments are resolved here' },
} as const;
export type DidErrorCode = keyof typeof DID_ERRORS;

export interface DidError {
  readonly code: DidErrorCode;
  readonly detail: string;
}

export const didError = (code: DidErrorCode, detail: string): DidError => ({ code, detail });
