import { expect, test } from 'vitest';
import { aPushPhone } from '#tests/support/push/fake-push-browser.ts';
import { unsubscribe } from './unsubscribe.ts';
import { turnOn } from './turn-on.ts';

const granted = () => Promise.resolve('granted' as const);

test('a tap subscribes with the key of the server, which then knows this phone by its token', async () => {
	const { browser, server, ports, settings } = aPushPhone();
	expect(await turnOn(ports, server.key, granted)).toEqual({ kind: 'on' });
	const { push } = await settings();
	expect(push).toMatchObject({
		endpoint: browser.subscription?.endpoint,
		vapidKeyId: server.key.keyId
	});
	expect(server.rows.get(push?.token ?? '')?.endpoint).toBe(push?.endpoint);
});

test('the next sign of life is on a random day, 20 to 40 days away', async () => {
	const days = [];
	for (let round = 0; round < 20; round += 1) {
		const { server, ports, clock, settings } = aPushPhone();
		await turnOn(ports, server.key, granted);
		const at = Date.parse((await settings()).push?.refreshAt ?? '');
		days.push((at - clock.now.getTime()) / 86_400_000);
	}
	expect(Math.min(...days)).toBeGreaterThanOrEqual(20);
	expect(Math.max(...days)).toBeLessThanOrEqual(40);
	expect(new Set(days).size).toBeGreaterThan(1);
});

test('a phone that says no, or does not answer, is asked for nothing more', async () => {
	const { browser, server, ports, settings } = aPushPhone();
	const never = () => new Promise<never>(() => undefined);
	const later = () => Promise.resolve('default' as const);
	const no = () => Promise.resolve('denied' as const);
	expect(await turnOn(ports, server.key, never)).toEqual({ kind: 'default', problem: 'no-answer' });
	expect(await turnOn(ports, server.key, later)).toEqual({ kind: 'default' });
	expect(await turnOn(ports, server.key, no)).toEqual({ kind: 'denied' });
	expect([browser.made, server.asked, await settings()]).toEqual([0, [], {}]);
});

test.each(['hangs', 'refuses'] as const)(
	'a push service that %s leaves nothing half done',
	async (mood) => {
		const { browser, server, ports, settings } = aPushPhone();
		browser.mood = mood;
		expect(await turnOn(ports, server.key, granted)).toEqual({
			kind: 'default',
			problem: 'no-push-service'
		});
		expect(await settings()).toEqual({});
	}
);

test('an answer that is lost does not cost the way out', async () => {
	const { browser, server, ports, settings } = aPushPhone();
	server.mood = 'lossy';
	expect(await turnOn(ports, server.key, granted)).toMatchObject({ problem: 'no-connection' });
	expect(browser.subscription).toBeUndefined();
	// the server did get it, and only this token can take it back
	server.mood = 'well';
	server.rows.set((await settings()).pushGone?.[0] ?? '', {} as never);
	expect(await unsubscribe(ports)).toEqual([]);
	expect(server.rows.size).toBe(0);
	expect(await settings()).toEqual({});
});

test('turning off deletes at the server at once', async () => {
	const { browser, server, ports, settings } = aPushPhone();
	await turnOn(ports, server.key, granted);
	expect(await unsubscribe(ports)).toEqual([]);
	expect([browser.subscription, server.rows.size, await settings()]).toEqual([undefined, 0, {}]);
});

test('turned off offline, the server hears of it at the next connection', async () => {
	const { browser, server, ports, settings } = aPushPhone();
	await turnOn(ports, server.key, granted);
	for (const mood of ['offline', 'busy'] as const) {
		server.mood = mood;
		expect(await unsubscribe(ports)).toHaveLength(1);
	}
	expect(browser.subscription).toBeUndefined();
	expect((await settings()).push).toBeUndefined();
	server.mood = 'well';
	expect(await unsubscribe(ports)).toEqual([]);
	expect([server.rows.size, await settings()]).toEqual([0, {}]);
});
