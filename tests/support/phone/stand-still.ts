import { onTestFinished, vi } from 'vitest';

/**
 * Stops the machine's clock until the test ends, and no timer. A store of a test adds an offset to
 * it, which is read a moment later: only so is what it writes exact to the millisecond.
 */
export function standStill(): void {
	vi.useFakeTimers({ toFake: ['Date'] });
	onTestFinished(() => {
		vi.useRealTimers();
	});
}
