/** A line with a speed: when it is free again, in ms of the caller's clock. */
export interface Line {
	readonly bytesPerMs: number;
	/**
	 * How much unused time may be caught up on. Timers wake late by a millisecond or more; without
	 * this, every late wake-up would be lost speed and the line slower than it says.
	 */
	readonly burstMs: number;
	freeAt: number;
}

export const createLine = (mbitPerSecond: number, burstMs: number): Line => ({
	bytesPerMs: (mbitPerSecond * 1_000_000) / 8 / 1000,
	burstMs,
	freeAt: 0
});

/**
 * Takes the line for `bytes` and returns when the last of them has arrived. Whoever asks next waits
 * behind them, so connections that ask in turn share the speed.
 */
export function reserve(line: Line, bytes: number, now: number): number {
	const start = Math.max(line.freeAt, now - line.burstMs);
	line.freeAt = start + bytes / line.bytesPerMs;
	return line.freeAt;
}
