import { withOwnDatabase } from '#lib/storage/database/database-opener.ts';
import { repairSubscription } from './repair-subscription.ts';
import { PUSH_WAIT_MS, takingTurns } from './push-ports.ts';

/** The same check without a page. Offline, or without storage, the next start does it. */
export async function repairInWorker(pushManager: PushManager): Promise<void> {
	try {
		await withOwnDatabase((open) =>
			repairSubscription({
				open,
				fetch: (input, init) => fetch(input, init),
				pushManager: () => Promise.resolve(pushManager),
				permission: () => Notification.permission,
				alone: takingTurns,
				now: () => new Date(),
				waitMs: PUSH_WAIT_MS
			})
		);
	} catch {
		// storage is denied or blocked: nobody is here to be told, and a page will see it
	}
}
