import { sign } from 'node:crypto';
import { HOUR_MS } from '#lib/edition/durations.ts';
import type { VapidKeys } from './vapid-keys.ts';

/** How long a token is reused: signing one costs a third of encrypting a message. */
const REUSE_MS = 12 * HOUR_MS;
/** RFC 8292 §2 allows 24 hours. Eight of them are left for clocks that differ. */
const LIFETIME_MS = 16 * HOUR_MS;
/** Real origins are few, but strangers can make up any number below `.notify.windows.com`. */
const MAX_TOKENS = 500;

const HEADER = Buffer.from('{"typ":"JWT","alg":"ES256"}').toString('base64url');

export interface VapidSigner {
	/** The `Authorization` header for a request to `origin`; `undefined` if the key is missing. */
	readonly authorize: (origin: string, keyId: string, now: number) => string | undefined;
}

/** Signs a token for each pair of origin and key when it is first needed, and reuses it for 12 hours. */
export function createVapidSigner(keys: Pick<VapidKeys, 'find'>, subject: string): VapidSigner {
	const tokens = new Map<string, { readonly value: string; readonly signedAt: number }>();
	return {
		authorize: (origin, keyId, now) => {
			const key = keys.find(keyId);
			if (key === undefined) return undefined;
			const kept = tokens.get(`${keyId} ${origin}`);
			// a clock that was set back must not extend the life of a token
			if (kept && now >= kept.signedAt && now - kept.signedAt < REUSE_MS) return kept.value;
			const exp = Math.floor((now + LIFETIME_MS) / 1000);
			const claims = JSON.stringify({ aud: origin, exp, sub: subject });
			const signed = `${HEADER}.${Buffer.from(claims).toString('base64url')}`;
			const signature = sign('sha256', Buffer.from(signed), {
				key: key.privateKey,
				dsaEncoding: 'ieee-p1363'
			});
			const value = `vapid t=${signed}.${signature.toString('base64url')}, k=${key.publicKey}`;
			if (tokens.size >= MAX_TOKENS) tokens.clear();
			tokens.set(`${keyId} ${origin}`, { value, signedAt: now });
			return value;
		}
	};
}
