import { expect, onTestFinished, test, vi } from 'vitest';
import { aLeasedDelivery } from '#tests/support/push/leased-delivery.ts';
import { LanePump } from './lane-pump.ts';
import { Lane } from './lane.ts';

const NOW = Date.parse('2026-11-24T12:00:00Z');
const HOST = 'fcm.googleapis.com';

/** A pump over one lane. What it sends is under way until a test ends it. */
function aPump({ concurrency = 100, perSecond = 2000 } = {}) {
	const lane = new Lane(HOST, { concurrency, perSecond }, NOW);
	const underWay: (() => void)[] = [];
	const seen = { sent: 0, released: 0, rooms: 0, now: NOW };
	const pump = new LanePump({
		send: (of) => {
			seen.sent += 1;
			const { promise, resolve } = Promise.withResolvers<undefined>();
			underWay.push(() => {
				of.endRequest();
				resolve(undefined);
			});
			return promise;
		},
		release: () => {
			seen.released += 1;
			return Promise.resolve();
		},
		track: () => undefined,
		onRoom: () => {
			seen.rooms += 1;
		},
		now: () => seen.now
	});
	onTestFinished(() => {
		pump.stop();
	});
	const fill = (count: number, staleAt = NOW + 60_000): void => {
		const url = new URL(`https://${HOST}/send/1`);
		for (let n = 0; n < count; n += 1) lane.push({ delivery: aLeasedDelivery(), url, staleAt });
	};
	return { lane, pump, seen, underWay, fill };
}

test('starts as many as the lane allows, and one more when one ends', async () => {
	const { lane, pump, seen, underWay, fill } = aPump({ concurrency: 3 });
	fill(5);
	pump.pump(lane);
	expect([seen.sent, lane.queued]).toEqual([3, 2]);
	underWay.shift()?.();
	await vi.waitFor(() => {
		expect([seen.sent, lane.queued]).toEqual([4, 1]);
	});
});

test('lets others work after a few, and goes on by itself', async () => {
	const { lane, pump, seen, fill } = aPump();
	fill(20);
	pump.pump(lane);
	expect(seen.sent).toBe(8);
	await vi.waitFor(() => {
		expect(seen.sent).toBe(20);
	});
});

test('comes back when the rate of the lane allows more', async () => {
	const { lane, pump, seen, fill } = aPump({ perSecond: 4 });
	fill(5);
	pump.pump(lane);
	expect(seen.sent).toBe(4);
	seen.now += 250;
	await vi.waitFor(() => {
		expect(seen.sent).toBe(5);
	});
});

test('gives back what waited for so long that its lease is too short', () => {
	const { lane, pump, seen, fill } = aPump();
	fill(2, NOW);
	fill(1);
	pump.pump(lane);
	expect([seen.released, seen.sent]).toEqual([2, 1]);
});

test('says that a full lane has room again, once', () => {
	const { lane, pump, seen, fill } = aPump();
	fill(101);
	expect(lane.hasRoom(NOW)).toBe(false);
	pump.pump(lane);
	pump.pump(lane);
	expect(seen.rooms).toBe(1);
});

test('starts nothing once it is stopped', () => {
	const { lane, pump, seen, fill } = aPump();
	fill(3);
	pump.stop();
	pump.pump(lane);
	expect([seen.sent, lane.queued]).toEqual([0, 3]);
});
