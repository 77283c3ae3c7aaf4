import webPush from 'web-push';
import { fail, ok, type Result } from '#lib/edition/result.ts';

/** What a phone gave us to encrypt to, base64url. */
export interface MessageKeys {
	readonly p256dh: string;
	readonly auth: string;
}

/** `generateRequestDetails` wants an address, and puts it nowhere. */
const UNUSED = 'https://push.invalid/';

/**
 * A message for one phone, `aes128gcm` (RFC 8291). Keys were checked when they were saved; where they
 * are bad all the same, that is one row's misfortune and not the batch's.
 */
export function encryptMessage(
	{ p256dh, auth }: MessageKeys,
	message: Buffer
): Result<Buffer, 'bad-keys'> {
	try {
		const keys = { p256dh, auth };
		return ok(webPush.generateRequestDetails({ endpoint: UNUSED, keys }, message).body);
	} catch {
		// not 65 bytes, not on the curve, not 16 bytes: it throws for nothing else
		return fail('bad-keys');
	}
}
