import { parseArgs } from 'node:util';

export interface Options {
	/** Sizes of corpora, in articles. */
	readonly articles: readonly number[];
	readonly runs: number;
	/** The name of one suite; absent: all. */
	readonly only?: string | undefined;
}

const USAGE =
	'Usage: npm run bench -- [--articles 60,1000] [--runs 5] [--quick] [--only SUITE]\n' +
	'  --articles  sizes of the corpora\n' +
	'  --runs      how often each thing is measured; the median counts\n' +
	'  --quick     60 articles, 2 runs\n' +
	'  --only      one suite: ';

/** Throws an error that says what is wrong and how to call it. */
export function parseOptions(args: readonly string[], suites: readonly string[]): Options {
	const usage = USAGE + suites.join(', ');
	try {
		const { values } = parseArgs({
			args: [...args],
			options: {
				articles: { type: 'string' },
				runs: { type: 'string' },
				quick: { type: 'boolean', default: false },
				only: { type: 'string' }
			}
		});
		const { quick, only } = values;
		const articles = (values.articles ?? (quick ? '60' : '60,1000')).split(',').map(toCount);
		const runs = toCount(values.runs ?? (quick ? '2' : '5'));
		if (only !== undefined && !suites.includes(only))
			throw new Error(`There is no suite "${only}".`);
		return { articles, runs, only };
	} catch (error) {
		throw new Error(`${(error as Error).message}\n${usage}`, { cause: error });
	}
}

function toCount(text: string): number {
	const count = Number(text);
	if (!Number.isSafeInteger(count) || count < 1)
		throw new Error(`"${text}" is not a number above 0.`);
	return count;
}
