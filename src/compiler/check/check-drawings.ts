import { problemAt, type Diagnostic } from '../base/diagnostic.ts';
import type { Corpus } from '../read/corpus.ts';
import { unitsOf } from '../read/parse-body.ts';
import { isMarkedCurrent } from '../text/translation-state.ts';

/** Each step has a drawing, or none has: a row that is drawn in part would look broken. */
export function* checkDrawings({ guides }: Corpus): Generator<Diagnostic> {
	for (const texts of guides.values()) {
		const english = texts.get('en');
		for (const text of texts.values()) {
			const { drawings } = text.fields;
			const steps = text.blocks.find(({ anchor }) => anchor === 'do');
			const isBehind = text !== english && english && !isMarkedCurrent(text, english);
			if (drawings.length === 0 || !steps || isBehind) continue;
			const count = unitsOf(steps).length;
			if (count === drawings.length) continue;
			const problem = `there are ${String(drawings.length)} drawings for ${String(count)} steps`;
			const remedy = 'Name one drawing for each step, in their order, or leave the field out.';
			yield problemAt(text, text.lineOf(['drawings']), problem, remedy);
		}
	}
}
