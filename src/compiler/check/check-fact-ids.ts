import type { Corpus } from '../read/corpus.ts';
import { problemAt, type Diagnostic } from '../base/diagnostic.ts';
import { didYouMean } from '../base/nearest.ts';
import type { FieldPath, Located } from '../read/parse-yaml.ts';

/** Every id in a list of fact ids is that of a fact. */
export function* checkFactIds(
	text: Located<unknown>,
	field: FieldPath,
	ids: readonly string[],
	{ facts, hasFacts }: Corpus
): Generator<Diagnostic> {
	if (!hasFacts) return;
	for (const [index, id] of ids.entries()) {
		if (facts.has(id)) continue;
		const remedy = `${didYouMean(id, facts.keys())}The facts are in evidence/facts.json.`;
		yield problemAt(text, text.lineOf([...field, index]), `there is no fact "${id}"`, remedy);
	}
}
