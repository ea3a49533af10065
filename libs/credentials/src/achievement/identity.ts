import { createHash } from 'node:crypto';

/**
 * The identity hash of a learner's e-mail address: `sha256$` and the hex SHA-256 of address and salt
 * (Open Badges 3.0 appendix B, IdentityHash). Give the address as it was resolved: trimmed, in lower case; a salt per credential.
 */
export const hashIdentity = (email: string, salt: string): string => `sha256$${createHash('sha256').update(email + salt).digest('hex')}`;
