import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** A secret of 256 random bits, as base64url. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** What is stored of it: nobody guesses 256 random bits, so one fast hash (SHA-256, base64url) is enough. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

export const matches = (secret: string, hash: string): boolean => timingSafeEqual(Buffer.from(hashOf(secret)), Buffer.from(hash));
