import { MINUTE_MS } from '#lib/edition/durations.ts';
import type { Query } from '#lib/server/database/schema.ts';

/** Counting reads an index whole. Senders and other processes change the number meanwhile, a little. */
const COUNT_AGAIN_MS = MINUTE_MS;

/** How many subscriptions there are, as of a minute ago at most; what this process does is added. */
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
