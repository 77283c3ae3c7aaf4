/** What became of a stage's tests. A tool that only says yes or no counts as one. */
export interface Outcome {
	/** At the first try. */
	readonly passed: number;
	readonly failed: number;
	/** Tests that passed at their second try alone, and why not at the first: each is a race to be found. */
	readonly flaky: readonly string[];
	/** Names of tests that did not run. */
	readonly skipped: readonly string[];
	/** What failed and why, said again at the end: a long log is cut at its beginning. */
	readonly reasons: readonly string[];
}

export const nothing: Outcome = { passed: 0, failed: 0, flaky: [], skipped: [], reasons: [] };

/** The outcome of a tool that only says yes or no. */
export const once = (isGood: boolean): Outcome => ({
	...nothing,
	passed: isGood ? 1 : 0,
	failed: isGood ? 0 : 1
});

export const sum = (outcomes: readonly Outcome[]): Outcome =>
	outcomes.reduce(
		(all, it) => ({
			passed: all.passed + it.passed,
			failed: all.failed + it.failed,
			flaky: [...all.flaky, ...it.flaky],
			skipped: [...all.skipped, ...it.skipped],
			reasons: [...all.reasons, ...it.reasons]
		}),
		nothing
	);
