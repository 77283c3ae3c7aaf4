import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { fail, ok, type Result } from '#lib/edition/result.ts';
import { seedSubscriptions } from '#tests/bench/push/seed-subscriptions.ts';
import { createMemoryOutbox } from '#tests/bench/push/memory-outbox.ts';
import { subscribers } from '#tests/bench/push/subscribers.ts';
import { aPushService, Sending } from '#tests/support/push/sending.ts';
import { aTemporaryFolder } from '#tests/support/publisher/temporary-folder.ts';
import type { PostFailure, PushAnswer, PushRequest } from '#lib/server/web-push/push-request.ts';

/** Long, because the machine may be busy. Waiting ends as soon as the condition holds. */
const WAIT = { timeout: 30_000, interval: 20 };
const FCM = 'https://fcm.googleapis.com';
const WNS = 'https://wns2-par02p.notify.windows.com';
const invented = (number: number) => `https://invented-${String(number)}.notify.windows.com`;

type Answer = Result<PushAnswer, PostFailure>;
const accepted: Answer = ok({ status: 201, retryAfter: undefined, body: '' });

/**
 * The push services of the world: `real` ones accept, all others do what `reply` says. Requests under
 * way to the others are counted.
 */
function aWorld(real: readonly string[], reply: () => Promise<Answer>) {
	const tried = new Set<string>();
	const world = { tried, open: 0, mostOpen: 0 };
	const post = async ({ url }: PushRequest): Promise<Answer> => {
		if (real.includes(url.origin)) return accepted;
		tried.add(url.origin);
		world.open += 1;
		world.mostOpen = Math.max(world.mostOpen, world.open);
		return reply().finally(() => (world.open -= 1));
	};
	return { ...world, post, world };
}

/** A store with an announcement, and this many phones at each of these push services. */
async function aCrowd(crowd: readonly (readonly [origin: string, phones: number])[]) {
	const settings = { databaseFile: join(aTemporaryFolder(), 'handrail.sqlite') };
	const sending = await Sending.open(settings);
	const { keyId } = sending.keys.current;
	const rows = crowd.flatMap(([origin, phones]) => [...subscribers(origin, phones, keyId)]);
	await seedSubscriptions(settings, rows);
	await sending.announce();
	return sending;
}

const inventedOnes = (count: number, phones = 1) =>
	Array.from({ length: count }, (_, number) => [invented(number), phones] as const);

describe('invented push services do not delay real ones', () => {
	test('when they never answer', async () => {
		const silent = Promise.withResolvers<Answer>();
		const { world, post } = aWorld([FCM], () => silent.promise);
		const sending = await aCrowd([...inventedOnes(600, 3), [FCM, 1000]]);
		sending.start({ deadlineMs: 60_000 }, { post });
		await vi.waitFor(async () => {
			expect(await sending.progress()).toMatchObject({ sent: 1000 });
		}, WAIT);

		expect(world.tried.size).toBeGreaterThan(0);
		expect(world.mostOpen).toBeLessThan(130);
		silent.resolve(fail('timeout'));
	});

	test('when their names cannot be resolved: each gets an attempt, and one alert covers all', async () => {
		const { world, post } = aWorld([FCM], () => Promise.resolve(fail('unreachable')));
		const sending = await aCrowd([[invented(100), 60], ...inventedOnes(100), [FCM, 1000]]);
		const sender = sending.start({}, { post, random: () => 0.9 });
		await vi.waitFor(async () => {
			expect(await sending.progress()).toMatchObject({ sent: 1000 });
		}, WAIT);
		await vi.waitFor(() => {
			expect(world.tried.size).toBe(101);
		}, WAIT);
		await vi.waitFor(() => {
			expect(sending.alerts()).toEqual(['push-service-down']);
		}, WAIT);

		expect(sender.status().pushServices.map(({ host }) => host)).toEqual(['fcm.googleapis.com']);
		expect(JSON.stringify(sending.events)).not.toContain('invented');
	});

	test('under the same suffix, once the real one has accepted a message', async () => {
		const silent = Promise.withResolvers<Answer>();
		const { post } = aWorld([WNS], () => silent.promise);
		const sending = await aCrowd([[WNS, 300], ...inventedOnes(600, 3)]);
		sending.start({ deadlineMs: 60_000 }, { post });
		await vi.waitFor(async () => {
			expect(await sending.progress()).toMatchObject({ sent: 300 });
		}, WAIT);
		silent.resolve(fail('timeout'));
	});
});

test('hosts that accepted messages before and never answer now take no room from others', async () => {
	const silent = Promise.withResolvers<Answer>();
	let isWell = true;
	const { world, post } = aWorld([FCM], () =>
		isWell ? Promise.resolve(accepted) : silent.promise
	);
	const sending = await aCrowd([...inventedOnes(60, 30), [FCM, 1]]);
	sending.start({ deadlineMs: 60_000 }, { post });
	await sending.settled({ sent: 1801 });
	isWell = false;
	world.mostOpen = 0;
	await sending.announce(58, { severity: 'critical' });
	await sending.settled({ waiting: 1800, sent: 1 }, 58);
	await vi.waitFor(() => {
		expect(world.open).toBeGreaterThan(100);
	}, WAIT);
	expect(world.mostOpen).toBeLessThan(620);
	silent.resolve(fail('timeout'));
});

test('a sender does not sleep while leases bring something, however little', async () => {
	const service = await aPushService();
	const sending = await Sending.open();
	const rows = Array.from({ length: 100 }, () => service.subscribe(sending.keys.current.keyId));
	const { outbox, drained } = createMemoryOutbox(rows);
	// a rest after each of them would take longer than a test may
	const leaseDeliveries = (_: number, leaseMs: number) => outbox.leaseDeliveries(1, leaseMs);
	sending.start({}, { outbox: { ...outbox, leaseDeliveries } });
	await drained;
	expect(service.received).toHaveLength(100);
});
