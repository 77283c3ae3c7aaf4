import { randomBytes } from 'node:crypto';

const LENGTH_BYTES = 32;

/** What nobody can guess, for a link, a cookie or a challenge. Of most of them a `tokenHash` is kept. */
export const newSecret = (): string => randomBytes(LENGTH_BYTES).toString('base64url');
