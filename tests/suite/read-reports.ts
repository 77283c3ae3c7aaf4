import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { nothing, sum, type Outcome } from './outcome.ts';

/** The part of Vitest's JSON report that is read. */
export interface VitestReport {
	readonly testResults: readonly {
		readonly name: string;
		readonly message: string;
		readonly assertionResults: readonly {
			readonly fullName: string;
			readonly status: string;
			readonly failureMessages?: readonly string[] | null;
		}[];
	}[];
}

export function readVitest({ testResults }: VitestReport): Outcome {
	const outcomes = testResults.flatMap(({ name, message, assertionResults }) => {
		const file = relative(process.cwd(), name);
		// a file that could not be read at all has a message of its own, and no test
		const isUnread = message !== '' && assertionResults.length === 0;
		const unread = isUnread ? [{ ...nothing, failed: 1, reasons: [`${file}\n${message}`] }] : [];
		return [...unread, ...assertionResults.map((it) => ofVitest(file, it))];
	});
	return sum(outcomes);
}

function ofVitest(
	file: string,
	{
		fullName,
		status,
		failureMessages
	}: VitestReport['testResults'][number]['assertionResults'][number]
): Outcome {
	const name = `${file} › ${fullName}`;
	if (status === 'passed') return { ...nothing, passed: 1 };
	if (status !== 'failed') return { ...nothing, skipped: [name] };
	return { ...nothing, failed: 1, reasons: [[name, ...(failureMessages ?? [])].join('\n')] };
}

/** A file's or a group's tests in Playwright's JSON report. */
interface PlaywrightSuite {
	readonly title: string;
	readonly suites?: readonly PlaywrightSuite[];
	readonly specs: readonly {
		readonly title: string;
		readonly tests: readonly {
			readonly projectName: string;
			readonly status: 'expected' | 'unexpected' | 'flaky' | 'skipped';
			/** Of a skipped test, the one of type `skip` says why. */
			readonly annotations?: readonly { readonly type: string; readonly description?: string }[];
			/** One for each try. */
			readonly results?: readonly { readonly errors?: readonly { readonly message?: string }[] }[];
		}[];
	}[];
}

/** The part of Playwright's JSON report that is read. */
export interface PlaywrightReport {
	readonly suites: readonly PlaywrightSuite[];
	/** What failed outside of any test. */
	readonly errors?: readonly { readonly message?: string }[];
}

/** An error without the colours of a terminal, and without a page's whole text. */
const firstWords = (message: string): string => stripVTControlCharacters(message).slice(0, 600);

export function readPlaywright({ suites, errors = [] }: PlaywrightReport): Outcome {
	const outside = errors.map(({ message = 'no message' }) => {
		return { ...nothing, failed: 1, reasons: [`browsers\n${message}`] };
	});
	return sum([...suites.map((suite) => ofSuite(suite)), ...outside]);
}

function ofSuite({ title, suites = [], specs }: PlaywrightSuite, above = ''): Outcome {
	const path = `${above}${title} › `;
	const own = specs.flatMap((spec) =>
		spec.tests.map(({ projectName, status, annotations = [], results = [] }): Outcome => {
			const name = `[${projectName}] ${path}${spec.title}`;
			if (status === 'expected') return { ...nothing, passed: 1 };
			const error = results.flatMap(({ errors = [] }) => errors)[0]?.message;
			const reason = error === undefined ? name : `${name}\n${firstWords(error)}`;
			if (status === 'flaky') return { ...nothing, flaky: [reason] };
			const why = annotations.find(({ type }) => type === 'skip')?.description;
			if (status === 'skipped') return { ...nothing, skipped: [why ? `${name}: ${why}` : name] };
			return { ...nothing, failed: 1, reasons: [reason] };
		})
	);
	return sum([...own, ...suites.map((suite) => ofSuite(suite, path))]);
}
