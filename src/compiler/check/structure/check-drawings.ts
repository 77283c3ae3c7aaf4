import { problemAt, type Diagnostic } from '../../base/diagnostic.ts';
import { textsIn, type Corpus } from '../../read/corpus.ts';
import { unitsOf } from '../../read/parse-body.ts';

/** Each step has a drawing, or none has: a row that is drawn in part would look broken. */
export function* checkDrawings({ guides }: Corpus): Generator<Diagnostic> {
	// a translation that is not behind has as many steps as the English
	for (const text of textsIn(guides, 'en')) {
		const { drawings } = text.fields;
		const steps = text.blocks.find(({ anchor }) => anchor === 'do');
		const count = steps ? unitsOf(steps).length : 0;
		if (drawings.length === 0 || !steps || count === drawings.length) continue;
		const problem = `there are ${String(drawings.length)} drawings for ${String(count)} steps`;
		const remedy = 'Name one drawing for each step, in their order, or leave the field out.';
		yield problemAt(text, text.lineOf(['drawings']), problem, remedy);
	}
}
