import { DAY_MS, MINUTE_MS } from '#lib/edition/durations.ts';
import type { log } from '#lib/server/process/log.ts';
import type { Subscriptions } from '#lib/server/subscriptions/subscriptions.ts';

const AFTER_FAILURE_MS = 10 * MINUTE_MS;

interface Ports {
	readonly subscriptions: Pick<Subscriptions, 'deleteUnseen'>;
	readonly log: typeof log;
}

/** Deletes what no phone has refreshed for 12 months. Gives after how many ms to do it again. */
export async function forgetUnseen({ subscriptions, log: write }: Ports): Promise<number> {
	try {
		const count = await subscriptions.deleteUnseen();
		if (count === 0) return DAY_MS;
		write('subscriptions-forgotten', { count });
		// there may be more: a slice at a time, so that other transactions do not wait for long
		return 100;
	} catch (error) {
		const name = error instanceof Error ? error.name : 'unknown';
		write('forgetting-failed', { alert: true, error: name });
		return AFTER_FAILURE_MS;
	}
}
