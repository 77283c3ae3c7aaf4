import type { Corpus } from '../../read/corpus.ts';
import { problemAt, type Diagnostic } from '../../base/diagnostic.ts';
import type { Prose } from '../../text/prose.ts';
import { readingOf, SCALES, type Part, type Passage, type Scale } from '../../text/reading.ts';

/** Steps and background are no harder to read than the scale of their language allows. */
export function* checkReading(corpus: Corpus): Generator<Diagnostic> {
	for (const body of corpus.bodies) {
		const scale = SCALES[body.lang];
		if (!scale) continue;
		const { steps, background } = readingOf(body);
		yield* checkPassage('steps', steps, scale);
		yield* checkPassage('background', background, scale);
	}
}

function* checkPassage(
	part: Part,
	{ prose, score, excess }: Passage,
	scale: Scale
): Generator<Diagnostic> {
	const hardest = hardestOf(prose, scale);
	if (!(excess > 0) || !hardest) return;
	const limit = String(scale.limits[part]);
	const { value, range } =
		scale.hardest === 'lowest'
			? { value: `have ${score.toFixed(0)} on Szigriszt's scale`, range: `${limit} or more` }
			: { value: `read at grade ${score.toFixed(1)}`, range: `${limit} or less` };
	const problem = `the ${part} ${value}; the hardest is here`;
	const remedy = `Bring it to ${range}: shorter sentences, shorter words.`;
	yield problemAt(hardest, hardest.line, problem, remedy);
}

function hardestOf(prose: readonly Prose[], { scoreOf, hardest }: Scale): Prose | undefined {
	const sign = hardest === 'lowest' ? 1 : -1;
	const score = ({ text }: Prose): number => sign * scoreOf([text]);
	return [...prose].sort((a, b) => score(a) - score(b))[0];
}
