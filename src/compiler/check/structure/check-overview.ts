import { problemAt, type Diagnostic } from '../../base/diagnostic.ts';
import { textsIn, type Corpus } from '../../read/corpus.ts';
import { unitsOf } from '../../read/parse-body.ts';

/** The page "who does what" has steps that there are, and one guide for each place and role. */
export function* checkOverview({ guides }: Corpus): Generator<Diagnostic> {
	const taken = new Map<string, string>();
	for (const text of textsIn(guides, 'en')) {
		const steps = text.blocks.find(({ anchor }) => anchor === 'do');
		const count = steps ? unitsOf(steps).length : 0;
		for (const [index, line] of text.fields.overview.entries()) {
			const at = text.lineOf(['overview', index]);
			const beyond = line.steps.find((step) => step > count);
			if (beyond !== undefined) {
				const problem = `the overview names step ${String(beyond)} of ${String(count)} steps`;
				yield problemAt(text, at, problem, 'Name steps of {#do} by their numbers.');
			}
			const cell = `${line.place}, ${line.for}`;
			const other = taken.get(cell);
			taken.set(cell, text.slug);
			if (other === undefined) continue;
			const problem = `the overview has "${cell}" twice: ${other} names it, too`;
			yield problemAt(text, at, problem, 'Choose one guide for each place and role.');
		}
	}
}
