import { onTestFinished, vi } from 'vitest';

/**
 * Freezes `Date` until the test ends, but no timers. A test's store computes its time from the clock plus
 * an offset, and only a frozen clock makes what it writes exact to the millisecond.
 */
export function standStill(): void {
	vi.useFakeTimers({ toFake: ['Date'] });
	onTestFinished(() => {
		vi.useRealTimers();
	});
}
