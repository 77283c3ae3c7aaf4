import { setTimeout as sleep } from 'node:timers/promises';
import type { Meter, Traffic } from './meter.ts';

/** Whoever has not asked for so long does not belong to what was opened. */
const QUIET_MS = 6000;

/** Waits until nothing has been asked for or has come for a while: all that pages and workers got. */
export async function untilQuiet(meter: Meter): Promise<Traffic> {
	for (;;) {
		const traffic = meter.read();
		const last = Math.max(0, ...traffic.exchanges.map(({ endedAt }) => endedAt));
		const leftMs = last + QUIET_MS - performance.now();
		if (traffic.requests > 0 && leftMs <= 0) return traffic;
		await sleep(Math.max(100, leftMs));
	}
}

/** From the first question to the last byte. */
export function durationOf({ exchanges }: Traffic): number {
	const first = Math.min(...exchanges.map(({ startedAt }) => startedAt));
	return Math.max(...exchanges.map(({ endedAt }) => endedAt)) - first;
}
