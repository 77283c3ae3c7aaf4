import { createHash, timingSafeEqual } from 'node:crypto';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** What is kept of a token: who reads the database cannot use it. 32 random bytes need no salt. */
export const tokenHash = (token: string): string => digest(token).toString('base64url');

/** Compares two secrets in a time that does not tell how much of them is equal. */
export const isSameSecret = (one: string, other: string): boolean =>
	timingSafeEqual(digest(one), digest(other));
