import { describe, expect, test, vi } from 'vitest';
import { parseEndpoint } from '#lib/server/push-services/endpoint-policy.ts';
import { MESSAGE_BYTES } from '#lib/push/push-message.ts';
import { createMemoryOutbox } from '#tests/bench/push/memory-outbox.ts';
import { APP_ORIGIN, aPushService, Sending } from '#tests/support/push/sending.ts';
import { aCertificate } from '#tests/support/server/self-signed.ts';
import { addVapidKey, loadVapidKeys } from '#lib/server/web-push/vapid-keys.ts';
import { aTemporaryFolder } from '#tests/support/publisher/temporary-folder.ts';

/** Long, because the machine may be busy. Waiting ends as soon as the condition holds. */
const WAIT = { timeout: 30_000, interval: 20 };
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

describe('a message', () => {
	test('reaches each phone once, encrypted for it, signed, and padded to one size', async () => {
		const service = await aPushService();
		const sending = await Sending.open();
		await sending.subscribeMany(service, 250);
		await sending.announce(57);
		const sender = sending.start();
		await sending.settled({ sent: 250 });

		expect(new Set(service.received.map(({ id }) => id)).size).toBe(250);
		expect(service.received).toHaveLength(250);
		expect(service.received.flatMap(({ problems }) => problems)).toEqual([]);
		const [push] = service.received;
		expect(push?.text).toHaveLength(MESSAGE_BYTES);
		expect(JSON.parse(push?.text ?? '')).toMatchObject({
			web_push: 8030,
			edition: 57,
			notification: { navigate: `${APP_ORIGIN}/changes/`, tag: 'routine' }
		});
		expect(push?.headers).toMatchObject({ ttl: '604800', topic: 'routine', urgency: 'normal' });
		expect(sender.status().answers).toEqual({ accepted: 250 });
	});

	test('that is critical is urgent, and kept for four weeks', async () => {
		const service = await aPushService();
		const sending = await Sending.open();
		await sending.subscribe(service);
		await sending.announce(57, { severity: 'critical' });
		sending.start();
		await sending.settled({ sent: 1 });

		expect(service.received[0]?.headers).toMatchObject({
			ttl: '2419200',
			topic: 'critical',
			urgency: 'high'
		});
	});

	test.each(['h1', 'h2'] as const)('goes over TLS, %s', async (protocol) => {
		const tls = aCertificate();
		const service = await aPushService({ tls, protocol });
		const sending = await Sending.open();
		await sending.subscribeMany(service, 20);
		await sending.announce();
		sending.start({}, { ca: tls.cert });
		await sending.settled({ sent: 20 });

		expect(service.received.flatMap(({ problems }) => problems)).toEqual([]);
	});
});

describe('what a push service answers', () => {
	test('decides what becomes of each row, and of no other', async () => {
		const service = await aPushService();
		const sending = await Sending.open();
		const [first] = await sending.subscribeMany(service, 10, 201);
		await sending.announce();
		const sender = sending.start();
		// a refusal is the row's own only where others succeed
		await sending.settled({ sent: 10 });
		await sending.announce(58, { severity: 'critical' });
		await sending.settled({ sent: 10 }, 58);

		await sending.subscribe(service, [410]);
		await sending.subscribe(service, [404]);
		await sending.subscribe(service, [400]);
		await sending.subscribe(service, [405]);
		await sending.subscribe(service, [413]);
		const smaller = await sending.subscribe(service, [413, 201]);
		await sending.subscribe(service, [], { p256dh: Buffer.alloc(65, 4).toString('base64url') });
		await sending.announce(59, { severity: 'critical' });
		await sending.settled({ sent: 11, gone: 1, suspect: 1, quarantine: 2, failed: 2 }, 59);

		expect(service.messagesOf(first?.id ?? '')).toHaveLength(3);
		expect(service.messagesOf(smaller.id).map(({ text }) => text?.length)).toEqual([
			MESSAGE_BYTES,
			service.messagesOf(smaller.id)[0]?.text?.trimEnd().length
		]);
		expect(sender.status().answers).toMatchObject({ accepted: 31, 'bad-keys': 1, gone: 1 });
		expect(sending.alerts().sort()).toEqual(['refused', 'too-large']);
	});

	test('Apple is told who writes, with the key that the phone subscribed with', async () => {
		const service = await aPushService({ personality: 'apple' });
		const sending = await Sending.open();
		const other = loadVapidKeys(aTemporaryFolder());
		await sending.subscribeMany(service, 5);
		await sending.announce();
		sending.start();
		await sending.settled({ sent: 5 });
		// bound to another key, although its row names ours
		const stranger = service.subscribe(other.current.keyId);
		await sending.subscribe(service, [], {
			...stranger,
			vapidKeyId: sending.keys.current.keyId
		});
		await sending.announce(58, { severity: 'critical' });
		await sending.settled({ sent: 5, quarantine: 1 }, 58);

		expect(service.received.flatMap(({ problems }) => problems)).toEqual(['another key']);
	});

	test('5xx and broken connections are tried again, later, until it works', async () => {
		const service = await aPushService();
		const sending = await Sending.open();
		await sending.subscribe(service, [503, 201]);
		await sending.subscribe(service, ['reset', 201]);
		await sending.subscribe(service, [301, 201]);
		await sending.announce();
		const sender = sending.start({}, { random: () => 0.01 });
		await vi.waitFor(() => {
			expect(sender.status().answers).toMatchObject({ passing: 1, unreachable: 1, redirect: 1 });
		}, WAIT);
		await later(1, sending, sender);
		await sending.settled({ sent: 3 });

		expect(service.received).toHaveLength(6);
	});

	test('what still fails when the announcement is over is sent no more', async () => {
		const service = await aPushService({ reply: 503 });
		const sending = await Sending.open();
		await sending.subscribe(service);
		await sending.announce(57, { hours: 1 });
		const sender = sending.start();
		await vi.waitFor(() => {
			expect(service.received.length).toBeGreaterThan(0);
		}, WAIT);
		await later(61, sending, sender);
		await vi.waitFor(async () => {
			await later(1, sending, sender);
			expect(await sending.progress()).toEqual({ expired: 1 });
		}, WAIT);
	});
});

describe('a push service that is unwell', () => {
	test('says "gone" of everybody: the brake stops the deleting, and says so', async () => {
		const service = await aPushService();
		const sending = await Sending.open();
		await sending.subscribeMany(service, 300, 201, 410);
		await sending.announce();
		const sender = sending.start();
		await sending.settled({ sent: 300 });
		await sending.announce(58, { severity: 'critical' });
		await sending.settled({ gone: 99, failed: 201 }, 58);

		expect(sending.alerts()).toEqual(['prune-brake']);
		expect(sender.status().keptByBrake).toBe(201);
		service.replyWith(201);
		await sending.announce(59, { severity: 'critical' });
		await sending.settled({ sent: 201 }, 59);
	});

	test('refuses our signature: it is left alone, nothing is lost, and it resumes by itself', async () => {
		const service = await aPushService({ reply: 403 });
		const sending = await Sending.open();
		await sending.subscribeMany(service, 400);
		await sending.announce();
		const sender = sending.start({ concurrency: 5 });
		await vi.waitFor(() => {
			expect(sender.status().pushServices[0]?.credentials[0]?.state).toBe('open');
		}, WAIT);
		await vi.waitFor(() => {
			expect(sender.status().pushServices[0]).toMatchObject({ inFlight: 0, queued: 0 });
		}, WAIT);
		expect(service.received.length).toBeLessThan(20);
		expect(sending.alerts()).toEqual(['credentials-refused']);

		service.replyWith(201);
		await later(12, sending, sender);
		await vi.waitFor(async () => {
			expect(await sending.progress()).toHaveProperty('sent');
		}, WAIT);
		// those that stood behind the one that was tried
		await later(12, sending, sender);
		await sending.settled({ sent: 400 });
	});

	test('says 429: nothing more is sent to it for so long, and the others get theirs', async () => {
		const busy = await aPushService({ reply: { status: 429, retryAfter: '600' } });
		const well = await aPushService();
		const sending = await Sending.open();
		await sending.subscribeMany(busy, 300);
		await sending.subscribeMany(well, 300);
		await sending.announce();
		const sender = sending.start({ concurrency: 10 });
		await sending.settled({ waiting: 300, sent: 300 });

		expect(busy.received.length).toBeLessThanOrEqual(10);
		expect(
			sender
				.status()
				.pushServices.map(({ state }) => state)
				.sort()
		).toEqual(['closed', 'paused']);
		busy.replyWith(201);
		await later(12, sending, sender);
		await sending.settled({ sent: 600 });
	});

	test.each(['never', 'slow-drip', 'slow-headers'] as const)(
		'answers "%s": the deadline frees its places, and the others get theirs',
		async (reply) => {
			const dead = await aPushService({ reply });
			const well = await aPushService();
			const sending = await Sending.open();
			await sending.subscribeMany(dead, 100);
			await sending.subscribeMany(well, 300);
			await sending.announce();
			// what is under way when it gets well again fails once more, and is soon tried again
			const random = (): number => 0.01;
			const sender = sending.start({ concurrency: 10, deadlineMs: 1500 }, { random });
			await sending.settled({ waiting: 100, sent: 300 });

			expect(dead.mostOpen).toBeLessThanOrEqual(10);
			await vi.waitFor(() => {
				expect(sending.alerts()).toEqual(['push-service-down']);
			}, WAIT);
			expect(dead.received.length).toBeLessThanOrEqual(40);
			dead.replyWith(201);
			await later(2, sending, sender);
			await sending.settled({ sent: 400 });
			expect(sending.events).toContainEqual({
				event: 'push-service-back',
				host: new URL(dead.origin).host
			});
		}
	);

	test('gets no more at a time than it is allowed', async () => {
		const service = await aPushService();
		const sending = await Sending.open();
		await sending.subscribeMany(service, 100);
		await sending.announce();
		sending.start({ concurrency: 3 });
		await sending.settled({ sent: 100 });

		expect(service.mostOpen).toBeLessThanOrEqual(3);
	});
});

test('an endpoint that is not allowed any more gets nothing', async () => {
	const service = await aPushService();
	const sending = await Sending.open();
	await sending.subscribeMany(service, 3);
	await sending.announce();
	const sender = sending.start({}, { parseEndpoint: (endpoint) => parseEndpoint(endpoint, {}) });
	await sending.settled({ quarantine: 3 });

	expect(service.connections).toBe(0);
	expect(sender.status().answers).toEqual({ 'not-allowed': 3 });
});

test('after a rotation each phone is served with the key that it subscribed with', async () => {
	const service = await aPushService();
	const folder = aTemporaryFolder();
	const before = loadVapidKeys(folder).current;
	addVapidKey(folder);
	const sending = await Sending.open(undefined, loadVapidKeys(folder));
	await sending.subscribe(service, [], { vapidKeyId: before.keyId });
	await sending.subscribe(service);
	await sending.subscribe(service, [], { vapidKeyId: 'k'.repeat(43) });
	await sending.announce();
	sending.start();
	await sending.settled({ waiting: 1, sent: 2 });

	expect(sending.keys.current.keyId).not.toBe(before.keyId);
	expect(service.received.flatMap(({ problems }) => problems)).toEqual([]);
	expect(sending.alerts()).toEqual(['no-key']);
});

test('more than it takes in hand is sent to the end, and other work goes on meanwhile', async () => {
	const service = await aPushService();
	const sending = await Sending.open();
	const rows = Array.from({ length: 5000 }, () => service.subscribe(sending.keys.current.keyId));
	const { outbox, drained } = createMemoryOutbox(rows);
	// an outbox that ignores what is excepted
	const leaseDeliveries = (limit: number, leaseMs: number) =>
		outbox.leaseDeliveries(limit, leaseMs);
	sending.start(
		{ concurrency: 10, deadlineMs: 60_000 },
		{ outbox: { ...outbox, leaseDeliveries } }
	);
	await drained;

	expect(new Set(service.received.map(({ id }) => id)).size).toBe(5000);
});

test('no line of the log has an endpoint or a key of a phone', async () => {
	const service = await aPushService();
	const sending = await Sending.open();
	const rows = [];
	for (const reply of [201, 410, 404, 400, 403, 405, 413, 429, 301, 503, 'reset'] as const) {
		rows.push(await sending.subscribe(service, [reply]));
	}
	await sending.announce();
	const sender = sending.start();
	await vi.waitFor(() => {
		expect(service.received.length).toBeGreaterThanOrEqual(11);
	}, WAIT);
	await sender.stop();

	const log = JSON.stringify([sending.events, sender.status()]);
	expect(rows.filter(({ endpoint, auth }) => log.includes(endpoint) || log.includes(auth))).toEqual(
		[]
	);
	expect(sending.events.map(({ event }) => event)).toContain('messages-sent');
});

/** Moves the clock, runs maintenance, and wakes the sender. */
async function later(
	minutes: number,
	{ store, clock }: Sending,
	sender: { readonly wake: () => void }
): Promise<void> {
	clock.skewMs += minutes * 60_000;
	await store.announcements.advance();
	sender.wake();
}
