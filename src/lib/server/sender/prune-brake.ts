/** A whole push service that says "gone" is a mistake of theirs, or a message that did not reach them. */
const SHARE = 0.05;
const AT_LEAST = 100;

/**
 * Stops deleting when too much would go: more than 5 % and at least 100 of a push service's
 * subscriptions that once had a message accepted, in one run. What never had one is deleted uncounted.
 */
export class PruneBrake {
	readonly #succeeded: ReadonlyMap<string, number>;
	readonly #deleted = new Map<string, number>();
	readonly #braked = new Set<string>();

	/** By origin: how many had a message accepted, when the run began. */
	constructor(succeeded: ReadonlyMap<string, number>) {
		this.#succeeded = succeeded;
	}

	/** Whether one more may be deleted; `brakes` the first time that it may not. */
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
