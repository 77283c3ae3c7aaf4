import * as v from 'valibot';
import { base64Url } from '#lib/edition/vocabulary.ts';

const letters = (characters: number) =>
	v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]+$/), v.length(characters));

/** A VAPID public key by its id: SHA-256 of its 65 bytes, base64url, 43 characters. */
export const VapidKeyId = letters(43);

/**
 * The phone's own secret for changing or removing its subscription: 32 random bytes, base64url. It is
 * stored before it is sent, because a lost answer must not cost the way out.
 */
export const ManagementToken = letters(43);

/** The body of `POST /api/push/subscriptions`. Whether the endpoint may be used is the server's to say. */
export const SubscriptionRequest = v.object({
	endpoint: v.pipe(v.string(), v.url(), v.maxLength(2048)),
	keys: v.object({
		/** 65 bytes: an uncompressed point of P-256. */
		p256dh: letters(87),
		/** 16 bytes. */
		auth: letters(22)
	}),
	vapidKeyId: VapidKeyId,
	token: ManagementToken
});
export type SubscriptionRequest = v.InferOutput<typeof SubscriptionRequest>;

/** The answer of `GET /api/push/key`. */
export const VapidKey = v.object({ publicKey: base64Url(65), keyId: VapidKeyId });
export type VapidKey = v.InferOutput<typeof VapidKey>;
