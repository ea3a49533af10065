import { AMINA } from './people.js';

const DID = 'did:key:z6MkwJFpvJVFe15ygGgYLTYuiPwfhkkDRkMG4eKQFT8g65yE';

/** A badge of a school that Laurel has never heard of, as @digitalbazaar/vc signed it: a test lets it sign again. */
export const STRANGERS_BADGE = {
  '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
  id: 'urn:uuid:7d1f3c52-64b5-4a0e-9a53-0f0f5c9b7e11',
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  issuer: { id: DID, type: ['Profile'], name: 'Bergen Folk School' },
  validFrom: '2025-06-20T12:00:00Z',
  name: 'Bookbinding',
  credentialSubject: {
    type: ['AchievementSubject'],
    identifier: [{ type: 'IdentityObject', identityType: 'name', hashed: false, identityHash: AMINA.name }],
    achievement: {
      id: 'https://folkeskole.example/courses/bookbinding',
      type: ['Achievement'],
      name: 'Bookbinding',
      achievementType: 'Course',
      description: 'Sews, glues and covers a book by hand.',
      criteria: { narrative: 'Bound three books of different kinds.' },
    },
  },
  proof: {
    type: 'DataIntegrityProof',
    created: '2025-06-20T12:00:00Z',
    verificationMethod: `${DID}#${DID.slice('did:key:'.length)}`,
    cryptosuite: 'eddsa-rdfc-2022',
    proofPurpose: 'assertionMethod',
    proofValue: 'z3PoQqAWUPo5JLkYPjvbhWfEjgW9J4DWmvjKKfe5ekEAxtz7Ms1zE5qPtZnkiYTB4pduSM4SSRz4nDfN42dp7ujpU',
  },
};

/** The same badge in the name of another, with a new name, no criteria, an end, evidence of no kind and a status that nobody publishes. */
export function forgedInTheNameOf(issuer: unknown) {
  const { credentialSubject, ...badge } = STRANGERS_BADGE;
  const { criteria: _, ...achievement } = credentialSubject.achievement;
  return {
    ...badge,
    issuer,
    validUntil: '2025-12-31T23:59:59Z',
    credentialSubject: { ...credentialSubject, achievement: { ...achievement, name: 'Doctor of Medicine' } },
    evidence: [{ name: 'A diploma' }],
    credentialStatus: { type: 'BitstringStatusListEntry', statusPurpose: 'revocation', statusListIndex: '7', statusListCredential: 'https://lists.example/1' },
  };
}
