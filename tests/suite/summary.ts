import { sum, type Outcome } from './outcome.ts';

export interface StageResult {
	readonly name: string;
	readonly outcome: Outcome;
}

/** What the suite says at its end. The last line is for programs: `N passed, N failed`. */
export function summary(results: readonly StageResult[]): readonly string[] {
	const { passed, failed, flaky, skipped, reasons } = sum(results.map(({ outcome }) => outcome));
	const failedStages = results.filter(({ outcome }) => outcome.failed > 0).map(({ name }) => name);
	return [
		...reasons.map((reason) => `\n${reason}`),
		...(failedStages.length > 0 ? [`\nFailed: ${failedStages.join('; ')}`] : []),
		`\n${skipped.length} skipped`,
		...skipped.map((name) => `    ${name}`),
		`${flaky.length} flaky`,
		...flaky.map((name) => `    ${name}`),
		`\n${passed} passed, ${failed} failed`
	];
}
