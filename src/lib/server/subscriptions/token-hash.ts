import { createHash, timingSafeEqual } from 'node:crypto';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** What is stored of a token, so that reading the database gives no access. 32 random bytes need no salt. */
export const tokenHash = (token: string): string => digest(token).toString('base64url');

/** Compares two secrets in constant time. */
export const isSameSecret = (one: string, other: string): boolean =>
	timingSafeEqual(digest(one), digest(other));
