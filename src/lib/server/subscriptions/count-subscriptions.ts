import { MINUTE_MS } from '#lib/edition/durations.ts';
import type { Query } from '#lib/server/database/server-schema.ts';

/** Counting reads a whole index. Until the next count, other processes change the number only a little. */
const COUNT_AGAIN_MS = MINUTE_MS;

/** The number of subscriptions, at most a minute old. Changes by this process are added at once. */
export class SubscriptionCount {
	readonly #clock: () => number;
	#count = 0;
	#countedAt: number | undefined;

	constructor(clock: () => number) {
		this.#clock = clock;
	}

	async read(query: Query): Promise<number> {
		const now = this.#clock();
		if (this.#countedAt !== undefined && Math.abs(now - this.#countedAt) < COUNT_AGAIN_MS) {
			return this.#count;
		}
		const { count } = await query
			.selectFrom('subscription')
			.select(({ fn }) => fn.countAll<number>().as('count'))
			.executeTakeFirstOrThrow();
		this.#count = count;
		this.#countedAt = now;
		return count;
	}

	add(more: number): void {
		this.#count += more;
	}
}
