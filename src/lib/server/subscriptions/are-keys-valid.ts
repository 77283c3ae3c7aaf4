import { ECDH } from 'node:crypto';
import type { SubscriptionRequest } from '#lib/push/subscription-request.ts';

const POINT_BYTES = 65;
const AUTH_BYTES = 16;
const UNCOMPRESSED = 4;

/** Whether a message can be encrypted with these: one bad row must not stop a batch later. */
export function areKeysValid({ p256dh, auth }: SubscriptionRequest['keys']): boolean {
	const point = Buffer.from(p256dh, 'base64url');
	const secret = Buffer.from(auth, 'base64url');
	// bits behind the last byte: another text for the same phone
	if (point.toString('base64url') !== p256dh || secret.toString('base64url') !== auth) return false;
	if (point.length !== POINT_BYTES || point[0] !== UNCOMPRESSED) return false;
	if (secret.length !== AUTH_BYTES) return false;
	try {
		ECDH.convertKey(point, 'prime256v1');
		return true;
	} catch {
		// 65 bytes, but no point of the curve
		return false;
	}
}
