import { DAY_MS } from '#lib/edition/durations.ts';
import type { VapidKey } from '#lib/push/subscription-request.ts';
import { writeSetting, type PushRecord } from '#lib/storage/stores/settings-store.ts';
import { fromBase64Url, toBase64Url } from '#lib/trust/signed/bytes.ts';
import type { PushPorts } from './push-ports.ts';
import { sendSubscription, type Answer } from './push-server.ts';
import { within } from '../deadline/within.ts';

/** At a random day, because a refresh at each start would be a log of use. */
const REFRESH_DAYS = { from: 20, until: 40 };

/** `no-subscription`: the browser, or its push service, gave none in time. */
export type Subscribed = Answer | 'no-subscription';

/**
 * Subscribes with the server's key and tells the server. The record is in storage before, and what
 * the server has agreed to is added to it after: a step that is lost is taken again at the next start.
 */
export async function subscribe(
	ports: PushPorts,
	key: VapidKey,
	record: PushRecord,
	method: 'POST' | 'PUT'
): Promise<Subscribed> {
	const manager = await ports.pushManager();
	const subscription = manager && (await subscribeWith(ports, manager, key, record));
	if (!subscription) return 'no-subscription';
	const { token } = record;
	// the browser's own words: whether they will do is the server's to say
	const request = { ...subscription.toJSON(), vapidKeyId: key.keyId, token };
	let answer = await sendSubscription(ports, method, request);
	// the server has deleted it: a year unseen, or a push service that called it gone
	if (answer === 'unknown' && method === 'PUT') {
		answer = await sendSubscription(ports, 'POST', request);
	}
	if (answer !== 'ok') return answer;
	const { endpoint } = subscription;
	const refreshAt = new Date(ports.now().getTime() + refreshMs()).toISOString();
	await writeSetting(await ports.open(), 'push', {
		token,
		endpoint,
		vapidKeyId: key.keyId,
		refreshAt
	});
	return 'ok';
}

/** Whether a subscription was made with this key. Browsers that do not tell are taken at our word. */
export function isMadeWith(
	{ options }: PushSubscription,
	{ publicKey, keyId }: VapidKey,
	{ vapidKeyId }: PushRecord
): boolean {
	const made = options.applicationServerKey;
	return made ? toBase64Url(new Uint8Array(made)) === publicKey : vapidKeyId === keyId;
}

async function subscribeWith(
	{ waitMs }: PushPorts,
	manager: PushManager,
	key: VapidKey,
	record: PushRecord
): Promise<PushSubscription | undefined> {
	const there = await within(manager.getSubscription(), waitMs);
	if (there && isMadeWith(there, key, record)) return there;
	// beside a subscription with one key, browsers refuse another
	if (there) await within(there.unsubscribe(), waitMs);
	const applicationServerKey = fromBase64Url(key.publicKey);
	return within(manager.subscribe({ userVisibleOnly: true, applicationServerKey }), waitMs);
}

function refreshMs(): number {
	const [random = 0] = crypto.getRandomValues(new Uint32Array(1));
	const { from, until } = REFRESH_DAYS;
	return (from + (random / 2 ** 32) * (until - from)) * DAY_MS;
}
