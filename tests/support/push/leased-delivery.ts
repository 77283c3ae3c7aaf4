import type { LeasedDelivery } from '#lib/server/outbox/outbox.ts';

/** A leased delivery at its first attempt, for a phone that has received messages before. */
export function aLeasedDelivery(
	subscriptionId = '1',
	subscription: Partial<LeasedDelivery['subscription']> = {}
): LeasedDelivery {
	return {
		announcementId: '57',
		subscriptionId,
		attempt: 1,
		notice: { edition: 57, severity: 'routine', proof: 'p'.repeat(86) },
		expiresAt: '2100-01-01T00:00:00.000Z',
		subscription: {
			endpoint: `https://push.example/send/${subscriptionId}`,
			p256dh: 'k'.repeat(87),
			auth: 'a'.repeat(22),
			vapidKeyId: 'v'.repeat(43),
			hasSucceeded: true,
			suspectSince: null,
			...subscription
		}
	};
}
