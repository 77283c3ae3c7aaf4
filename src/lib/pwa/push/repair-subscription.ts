import { readSettings, type PushRecord } from '#lib/storage/stores/settings-store.ts';
import { subscribe, isMadeWith } from './subscribe.ts';
import { unsubscribe, deleteEndedSubscriptions } from './unsubscribe.ts';
import type { PushPorts } from './push-ports.ts';
import { fetchVapidKey } from './push-server.ts';
import { within } from '../deadline/within.ts';

/** `lost`: the reader wants notices, and none can come. */
export type SubscriptionState = 'off' | 'on' | 'lost';

/**
 * Compares the browser's subscription with what is stored and with the server's key, and mends what
 * it can: a subscription that is gone or was replaced, a key that was rotated, a server that does not
 * know this phone. Run at each start, and when the browser says that a subscription changed.
 */
export function repairSubscription(ports: PushPorts): Promise<SubscriptionState> {
	return ports.alone(async () => {
		await deleteEndedSubscriptions(ports);
		const { push } = await readSettings(await ports.open());
		if (!push) return 'off';
		const permission = ports.permission();
		if (permission === 'granted') return mend(ports, push);
		// only a tap can bring a permission back that the browser took by itself
		if (permission !== 'denied') return 'lost';
		// the reader has said no in the phone's settings: nothing of theirs stays at the server
		await unsubscribe(ports);
		return 'off';
	});
}

async function mend(ports: PushPorts, record: PushRecord): Promise<SubscriptionState> {
	const manager = await ports.pushManager();
	const subscription = manager && (await within(manager.getSubscription(), ports.waitMs));
	const known = subscription?.endpoint === record.endpoint ? subscription : undefined;
	const key = await fetchVapidKey(ports);
	// offline, what was agreed on still holds
	if (typeof key === 'string') return known ? 'on' : 'lost';

	const isDue = !record.refreshAt || ports.now().toISOString() >= record.refreshAt;
	const isCurrent = known && record.vapidKeyId === key.keyId && isMadeWith(known, key, record);
	if (isCurrent && !isDue) return 'on';
	const subscribed = await subscribe(ports, key, record, 'PUT');
	// a server that is in trouble just now knows the endpoint from before
	return subscribed === 'ok' || (isCurrent && subscribed === 'later') ? 'on' : 'lost';
}
