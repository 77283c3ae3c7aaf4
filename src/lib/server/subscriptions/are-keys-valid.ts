import { ECDH } from 'node:crypto';
import type { SubscriptionRequest } from '#lib/push/subscription-request.ts';

const POINT_BYTES = 65;
const AUTH_BYTES = 16;
const UNCOMPRESSED = 4;

/** Whether messages can be encrypted for these keys. Bad ones are refused when they are saved. */
export function areKeysValid({ p256dh, auth }: SubscriptionRequest['keys']): boolean {
	const point = Buffer.from(p256dh, 'base64url');
	const secret = Buffer.from(auth, 'base64url');
	// base64url can carry bits after the last byte, so the same key could have several spellings
	if (point.toString('base64url') !== p256dh || secret.toString('base64url') !== auth) return false;
	if (point.length !== POINT_BYTES || point[0] !== UNCOMPRESSED) return false;
	if (secret.length !== AUTH_BYTES) return false;
	try {
		ECDH.convertKey(point, 'prime256v1');
		return true;
	} catch {
		// 65 bytes that are not a point on the curve
		return false;
	}
}
