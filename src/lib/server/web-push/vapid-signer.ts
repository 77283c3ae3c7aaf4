import { sign } from 'node:crypto';
import { HOUR_MS } from '#lib/edition/durations.ts';
import type { VapidKeys } from './vapid-keys.ts';

/** Signing costs as much as a third of an encryption, so a token is used for so long. */
const REUSE_MS = 12 * HOUR_MS;
/** RFC 8292 §2: at most 24 hours. Eight hours are left over for clocks that differ. */
const LIFETIME_MS = 16 * HOUR_MS;
/** Origins are few, but `*.notify.windows.com` is as many as somebody likes to make up. */
const MAX_TOKENS = 500;

const HEADER = Buffer.from('{"typ":"JWT","alg":"ES256"}').toString('base64url');

export interface VapidSigner {
	/** The `Authorization` of a request to `origin`, or `undefined` where that key is not here. */
	readonly authorize: (origin: string, keyId: string, now: number) => string | undefined;
}

/** Tokens by (origin, key), signed when they are needed and kept for twelve hours. */
export function createVapidSigner(keys: Pick<VapidKeys, 'find'>, subject: string): VapidSigner {
	const tokens = new Map<string, { readonly value: string; readonly signedAt: number }>();
	return {
		authorize: (origin, keyId, now) => {
			const key = keys.find(keyId);
			if (key === undefined) return undefined;
			const kept = tokens.get(`${keyId} ${origin}`);
			// a clock that was set back must not keep a token alive
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
