import { CredentialError } from '../../credential-error.js';
import { hashAndSign, type HashAndSign, underDocumentContexts } from './hash-and-sign.js';

const suite = hashAndSign({
  name: 'Ed25519Signature2020',
  keyTypes: ['Ed25519'],
  hash: (document, hash) => document.rdfc(hash),
  configuration: underDocumentContexts,
  repeatsContext: false,
});

/** Ed25519Signature2020, what eddsa-rdfc-2022 was before it was a cryptosuite: credentials that have it are read, none is signed with it. */
export const ed25519Signature2020: HashAndSign = {
  ...suite,
  prove: () => Promise.reject(new CredentialError('invalid-key', `nothing is signed with ${suite.name} any more`)),
};
