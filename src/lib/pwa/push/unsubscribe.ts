import { endSubscription, forgetTokens } from '#lib/storage/stores/end-subscription.ts';
import { readSettings } from '#lib/storage/stores/settings-store.ts';
import type { PushPorts } from './push-ports.ts';
import { deleteSubscription } from './push-server.ts';
import { within } from '../deadline/within.ts';

/**
 * Notices off: on this phone at once, at the push service if it can be reached, and at our server now
 * or at the next connection. Returns the tokens that the server has yet to hear of.
 */
export async function unsubscribe(ports: PushPorts): Promise<string[]> {
	await endSubscription(await ports.open());
	const manager = await ports.pushManager();
	const subscription = manager && (await within(manager.getSubscription(), ports.waitMs));
	if (subscription) await within(subscription.unsubscribe(), ports.waitMs);
	return deleteEndedSubscriptions(ports);
}

/** Tells the server to delete what it still keeps of this phone. Returns what must wait. */
export async function deleteEndedSubscriptions(ports: PushPorts): Promise<string[]> {
	const db = await ports.open();
	const { pushGone = [] } = await readSettings(db);
	const done = new Set<string>();
	for (const token of pushGone) {
		if ((await deleteSubscription(ports, token)) !== 'later') done.add(token);
	}
	return done.size > 0 ? forgetTokens(db, done) : pushGone;
}
