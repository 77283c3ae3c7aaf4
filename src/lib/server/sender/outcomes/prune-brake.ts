/** When all of a push service is "gone", the push service is wrong, or something between us and it. */
const SHARE = 0.05;
const AT_LEAST = 100;

/**
 * Stops the deletion of subscriptions when too many would go in one run: at least 100, and more than
 * 5 % of those of a push service that ever had a message accepted. Others are not counted.
 */
export class PruneBrake {
	readonly #succeeded: ReadonlyMap<string, number>;
	readonly #deleted = new Map<string, number>();
	readonly #braked = new Set<string>();

	/** By origin of the push service: how many subscriptions had a message accepted when the run began. */
	constructor(succeeded: ReadonlyMap<string, number>) {
		this.#succeeded = succeeded;
	}

	/** Whether one more may be deleted. `brakes` instead of `keep` at the first that may not. */
	ask(origin: string, hasSucceeded: boolean): 'delete' | 'keep' | 'brakes' {
		if (!hasSucceeded) return 'delete';
		if (this.#braked.has(origin)) return 'keep';
		const deleted = (this.#deleted.get(origin) ?? 0) + 1;
		if (deleted >= AT_LEAST && deleted > SHARE * (this.#succeeded.get(origin) ?? 0)) {
			this.#braked.add(origin);
			return 'brakes';
		}
		this.#deleted.set(origin, deleted);
		return 'delete';
	}
}
