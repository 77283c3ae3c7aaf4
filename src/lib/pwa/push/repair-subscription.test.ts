import { expect, test } from 'vitest';
import { aPushPhone, aVapidKey } from '#tests/support/push/fake-push-browser.ts';
import { repairSubscription } from './repair-subscription.ts';
import { readPushState } from './read-push-state.ts';
import { turnOn } from './turn-on.ts';

async function aSubscribedPhone() {
	const phone = aPushPhone();
	await turnOn(phone.ports, phone.server.key, () => Promise.resolve('granted'));
	phone.server.asked.length = 0;
	return phone;
}

test('a phone without notices asks the server nothing', async () => {
	const { server, ports } = aPushPhone();
	expect(await repairSubscription(ports)).toBe('off');
	expect(server.asked).toEqual([]);
});

test('a start tells the server nothing of a subscription that is as it was', async () => {
	const { server, ports } = await aSubscribedPhone();
	expect(await repairSubscription(ports)).toBe('on');
	expect(server.asked).toEqual(['GET /api/push/key']);
});

test('after the random days, one sign of life', async () => {
	const { server, ports, clock } = await aSubscribedPhone();
	clock.now = new Date(clock.now.getTime() + 41 * 86_400_000);
	expect(await repairSubscription(ports)).toBe('on');
	expect(await repairSubscription(ports)).toBe('on');
	expect(server.asked.filter((it) => it.startsWith('PUT'))).toHaveLength(1);
});

test("a rotated key passes unnoticed: a new subscription, under the phone's own token", async () => {
	const { browser, server, ports, settings } = await aSubscribedPhone();
	const token = (await settings()).push?.token ?? '';
	server.key = aVapidKey();
	expect(await repairSubscription(ports)).toBe('on');
	expect(browser.made).toBe(2);
	expect(server.rows.get(token)).toMatchObject({
		endpoint: browser.subscription?.endpoint,
		vapidKeyId: server.key.keyId
	});
});

test('a subscription that the browser lost or replaced is made and told anew', async () => {
	const { browser, server, ports, settings } = await aSubscribedPhone();
	browser.subscription = undefined;
	expect(await repairSubscription(ports)).toBe('on');
	const { push } = await settings();
	expect(push?.endpoint).toBe(browser.subscription?.['endpoint']);
	expect(server.rows.get(push?.token ?? '')?.endpoint).toBe(push?.endpoint);
});

test('a server that has forgotten this phone is told of it again', async () => {
	const { server, ports, clock } = await aSubscribedPhone();
	server.rows.clear();
	clock.now = new Date(clock.now.getTime() + 41 * 86_400_000);
	expect(await repairSubscription(ports)).toBe('on');
	expect(server.rows.size).toBe(1);
});

test('a page that was closed before the server answered is finished at the next start', async () => {
	const { server, ports } = await aSubscribedPhone();
	const db = await ports.open();
	await db.put('settings', { token: 't'.repeat(43), vapidKeyId: server.key.keyId }, 'push');
	expect(await repairSubscription(ports)).toBe('on');
	expect(server.rows.has('t'.repeat(43))).toBe(true);
});

test('offline, what was agreed on still holds; what is gone is called lost, and mended later', async () => {
	const { browser, server, ports } = await aSubscribedPhone();
	server.mood = 'offline';
	expect(await repairSubscription(ports)).toBe('on');
	browser.subscription = undefined;
	expect(await repairSubscription(ports)).toBe('lost');
	server.mood = 'well';
	expect(await repairSubscription(ports)).toBe('on');
});

test('a permission that the browser took by itself is lost: only a tap brings it back', async () => {
	const { browser, ports, settings } = await aSubscribedPhone();
	browser.permission = 'default';
	expect(await repairSubscription(ports)).toBe('lost');
	expect((await settings()).push).toBeDefined();
});

test("a no in the phone's settings ends the subscription at the server, too", async () => {
	const { browser, server, ports, settings } = await aSubscribedPhone();
	browser.permission = 'denied';
	expect(await repairSubscription(ports)).toBe('off');
	expect([server.rows.size, await settings()]).toEqual([0, {}]);
	expect(await readPushState(ports, { install: 'installed' })).toEqual({ kind: 'denied' });
});

test('the page tells apart a browser without notices, an iPhone without an icon, and a static host', async () => {
	const { server, ports } = aPushPhone();
	const bare = { ...ports, permission: () => undefined };
	expect(await readPushState(bare, { install: 'unsupported' })).toEqual({ kind: 'unsupported' });
	expect(await readPushState(bare, { install: 'ios' })).toEqual({ kind: 'needs-install' });
	server.mood = 'static';
	expect(await readPushState(ports, { install: 'installed' })).toEqual({ kind: 'not-offered' });
	server.mood = 'offline';
	expect(await readPushState(ports, { install: 'installed' })).toEqual({
		kind: 'default',
		problem: 'no-connection'
	});
	server.mood = 'well';
	expect(await readPushState(ports, { install: 'installed' })).toEqual({
		kind: 'default',
		key: server.key
	});
});
