import webPush from 'web-push';
import { fail, ok, type Result } from '#lib/edition/result.ts';

/** The keys of a phone, to encrypt messages for it, base64url. */
export interface MessageKeys {
	readonly p256dh: string;
	readonly auth: string;
}

/** `generateRequestDetails` requires an endpoint, and does not use it for the body. */
const UNUSED = 'https://push.invalid/';

/**
 * Encrypts a message for one phone, as `aes128gcm` (RFC 8291). Keys are checked when they are saved; if
 * some are bad all the same, only this delivery fails.
 */
export function encryptMessage(
	{ p256dh, auth }: MessageKeys,
	message: Buffer
): Result<Buffer, 'bad-keys'> {
	try {
		const keys = { p256dh, auth };
		return ok(webPush.generateRequestDetails({ endpoint: UNUSED, keys }, message).body);
	} catch {
		// it throws only for bad keys: not 65 bytes, not on the curve, not 16 bytes
		return fail('bad-keys');
	}
}
