import type { Corpus } from '../../read/corpus.ts';
import { problemAt, type Diagnostic } from '../../base/diagnostic.ts';
import { setTo, type FixPath } from '../../base/fix.ts';
import { didYouMean, nearestFix } from '../../base/nearest.ts';
import type { Located } from '../../read/yaml/parse-yaml.ts';

/** Every id in a list of fact ids is that of a fact. */
export function* checkFactIds(
	text: Located<unknown>,
	field: FixPath,
	ids: readonly string[],
	{ facts, hasFacts }: Corpus
): Generator<Diagnostic> {
	if (!hasFacts) return;
	for (const [index, id] of ids.entries()) {
		if (facts.has(id)) continue;
		const remedy = `${didYouMean(id, facts.keys())}The facts are in evidence/facts.json.`;
		const place = [...field, index];
		const fixes = nearestFix(id, facts.keys(), (best) => setTo(place, best));
		yield problemAt(text, text.lineOf(place), `there is no fact "${id}"`, remedy, fixes);
	}
}
