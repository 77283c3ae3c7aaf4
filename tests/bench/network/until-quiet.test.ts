import { expect, test, vi } from 'vitest';
import { createMeter } from './meter.ts';
import { durationOf, untilQuiet } from './until-quiet.ts';

test('all that came until nobody asked for six seconds is one piece of traffic', async () => {
	vi.useFakeTimers({ toFake: ['performance'] });
	const meter = createMeter();
	const first = meter.begin('/', 1000);
	meter.add(first, 10, 1500);
	const late = meter.begin('/service-worker.js', 5000);
	meter.add(late, 20, 6000);
	vi.setSystemTime(0);
	vi.advanceTimersByTime(12_001);
	const traffic = await untilQuiet(meter);
	expect([traffic.bytes, traffic.requests, durationOf(traffic)]).toEqual([30, 2, 5000]);
	vi.useRealTimers();
});
