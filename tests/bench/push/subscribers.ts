import { aPushPhone } from '#tests/support/push/push-phone.ts';
import type { SeedRow } from './seed-subscriptions.ts';

/** So many phones of one push service. They share their keys, which costs a sender the same. */
export function* subscribers(
	origin: string,
	count: number,
	vapidKeyId: string
): Generator<SeedRow> {
	const { p256dh, auth } = aPushPhone();
	for (let number = 1; number <= count; number += 1) {
		yield { endpoint: `${origin}/push/${number}`, p256dh, auth, vapidKeyId };
	}
}
