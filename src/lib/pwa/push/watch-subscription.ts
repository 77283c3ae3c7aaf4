import type { OpenDatabase } from '#lib/storage/database/database-opener.ts';
import { repairSubscription, type SubscriptionState } from './repair-subscription.ts';
import { pagePushPorts } from './page-push-ports.ts';

/**
 * Checks and mends this phone's subscription now, and again with each new connection, for as long as
 * the page is open.
 */
export function watchSubscription(
	open: OpenDatabase,
	onChecked: (checked: SubscriptionState) => void
): void {
	const ports = pagePushPorts(open);
	const check = (): void => {
		// where storage is refused there is nothing to check
		void repairSubscription(ports).then(onChecked, () => undefined);
	};
	check();
	window.addEventListener('online', check);
}
