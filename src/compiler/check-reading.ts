import { STEP_BLOCKS } from './block-model.ts';
import type { BodyText, Corpus } from './corpus.ts';
import { problemAt, type Diagnostic } from './diagnostic.ts';
import { unquoted, withoutQuotes } from './plain-text.ts';
import { bodyProse, type Prose } from './prose.ts';
import { countEnglish, countSpanish, fleschKincaidGrade, szigrisztPazos } from './readability.ts';

/** §4 and R12. Both formulas are made for passages: short texts are measured together. */
const ENGLISH_STEPS = 6;
const ENGLISH_BACKGROUND = 8;
const SPANISH_STEPS = 65;

/** English and Spanish only: for the others two readers say back what they would do. */
export function* checkReading(corpus: Corpus): Generator<Diagnostic> {
	for (const body of corpus.bodies) {
		const { steps, background } = split(body);
		if (body.lang === 'en') {
			yield* checkEnglish('the steps', steps, ENGLISH_STEPS);
			yield* checkEnglish('the background', background, ENGLISH_BACKGROUND);
		}
		if (body.lang === 'es') yield* checkSpanish(steps);
	}
}

/** In the background a quote is evidence, in a step it is what a reader says. */
function split(body: BodyText): { steps: Prose[]; background: Prose[] } {
	const prose = bodyProse(body).filter(({ place }) => place !== '#call');
	const isStep = ({ place }: Prose) => STEP_BLOCKS.has(place.slice(1));
	const steps = prose.filter(isStep).map((it) => ({ ...it, text: unquoted(it.text) }));
	const background = prose.filter((it) => !isStep(it));
	return {
		steps,
		background: background.map((it) => ({ ...it, text: withoutQuotes(it.text) }))
	};
}

const gradeOf = (prose: readonly Prose[]): number =>
	fleschKincaidGrade(countEnglish(prose.map(({ text }) => text)));

function* checkEnglish(what: string, prose: readonly Prose[], most: number): Generator<Diagnostic> {
	const grade = gradeOf(prose);
	const hardest = extreme(prose, (it) => gradeOf([it]));
	if (!(grade > most) || !hardest) return;
	const problem = `${what} read at grade ${grade.toFixed(1)}; the hardest is here`;
	const remedy = `Bring it to ${String(most)} or less: shorter sentences, shorter words.`;
	yield problemAt(hardest, hardest.line, problem, remedy);
}

const easeOf = (prose: readonly Prose[]): number =>
	szigrisztPazos(countSpanish(prose.map(({ text }) => text)));

function* checkSpanish(steps: readonly Prose[]): Generator<Diagnostic> {
	const ease = easeOf(steps);
	const hardest = extreme(steps, (it) => -easeOf([it]));
	if (!(ease < SPANISH_STEPS) || !hardest) return;
	const problem = `the steps have ${ease.toFixed(0)} on Szigriszt's scale; the hardest is here`;
	const remedy = `Bring it to ${String(SPANISH_STEPS)} or more: shorter sentences, shorter words.`;
	yield problemAt(hardest, hardest.line, problem, remedy);
}

const extreme = (prose: readonly Prose[], value: (it: Prose) => number): Prose | undefined =>
	[...prose].sort((a, b) => value(b) - value(a))[0];
