/** One request as the network saw it. Times are `performance.now()` of this process. */
export interface Exchange {
	readonly path: string;
	readonly startedAt: number;
	/** Bytes of the answer, headers included, as they went over the line. */
	bytes: number;
	endedAt: number;
}

export interface Traffic {
	readonly bytes: number;
	readonly requests: number;
	readonly exchanges: readonly Exchange[];
}

/** What went over the line since it was last reset: the bytes and requests of one phase. */
export interface Meter {
	readonly begin: (path: string, now: number) => Exchange;
	readonly add: (exchange: Exchange, bytes: number, now: number) => void;
	readonly reset: () => void;
	readonly read: () => Traffic;
}

export function createMeter(): Meter {
	let bytes = 0;
	let exchanges: Exchange[] = [];
	return {
		begin(path, now) {
			const exchange = { path, startedAt: now, bytes: 0, endedAt: now };
			exchanges.push(exchange);
			return exchange;
		},
		add(exchange, count, now) {
			// counted apart from the exchanges: an answer that began before the reset still costs
			bytes += count;
			exchange.bytes += count;
			exchange.endedAt = now;
		},
		reset() {
			bytes = 0;
			exchanges = [];
		},
		read: () => ({ bytes, requests: exchanges.length, exchanges: [...exchanges] })
	};
}
