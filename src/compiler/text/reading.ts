import type { LanguageTag } from '#lib/edition/language-tags.ts';
import { STEP_BLOCKS } from './block-model.ts';
import type { BodyText } from '../read/corpus.ts';
import { charactersIn, sentencesOf, unquoted, withoutQuotes, wordsOf } from './running-text.ts';
import { bodyProse, type Prose } from './prose.ts';
import { countEnglish, countSpanish, fleschKincaidGrade, szigrisztPazos } from './readability.ts';

export type Part = 'steps' | 'background';

/** How hard the texts of a language are to read, and how hard they may be. */
export interface Scale {
	readonly name: string;
	/** Both formulas are made for passages: short texts are measured together. */
	readonly scoreOf: (texts: readonly string[]) => number;
	/** The highest number is the hardest text, or the lowest. */
	readonly hardest: 'highest' | 'lowest';
	readonly limits: Readonly<Partial<Record<Part, number>>>;
}

/**
 * The formula and the limits of each language: src/content/README.md, “Plain language”. There is none
 * for the other languages; there, two readers say back what they would do.
 */
export const SCALES: Readonly<Partial<Record<LanguageTag, Scale>>> = {
	en: {
		name: 'grade',
		scoreOf: (texts) => fleschKincaidGrade(countEnglish(texts)),
		hardest: 'highest',
		limits: { steps: 6, background: 8 }
	},
	es: {
		name: 'Szigriszt',
		scoreOf: (texts) => szigrisztPazos(countSpanish(texts)),
		hardest: 'lowest',
		limits: { steps: 65 }
	}
};

/** Text that is read, and measured, in one go. */
export interface Passage {
	readonly prose: readonly Prose[];
	/** On the scale of the language. `NaN` if there is no text, or no scale. */
	readonly score: number;
	/** By how much it is harder than its limit; below 0 is good. `NaN` if there is none. */
	readonly excess: number;
}

export type Reading = Readonly<Record<Part, Passage>>;

/** Measures the steps and the background of an article, without {#call}: names and numbers. */
export function readingOf(body: BodyText): Reading {
	const prose = bodyProse(body).filter(({ place }) => place !== '#call');
	const isStep = ({ place }: Prose): boolean => STEP_BLOCKS.has(place.slice(1));
	// in the background a quote is evidence, in a step it is what a reader says
	const steps = prose.filter(isStep).map((it) => ({ ...it, text: unquoted(it.text) }));
	const background = prose
		.filter((it) => !isStep(it))
		.map((it) => ({ ...it, text: withoutQuotes(it.text) }));
	return { steps: measure('steps', steps), background: measure('background', background) };
}

function measure(part: Part, prose: readonly Prose[]): Passage {
	const scale = SCALES[prose[0]?.lang ?? 'en'];
	const score = scale ? scale.scoreOf(prose.map(({ text }) => text)) : NaN;
	const limit = scale?.limits[part] ?? NaN;
	const excess = scale?.hardest === 'lowest' ? limit - score : score - limit;
	return { prose, score, excess };
}

export interface Sentence {
	readonly name: string;
	readonly line: number;
	readonly text: string;
	/** Words, in Chinese characters. */
	readonly length: number;
	/** On the scale of the language; `NaN` where it has none. */
	readonly score: number;
}

/** Every sentence of a passage, measured by itself. `line` is that of its paragraph. */
export function sentencesIn({ prose }: Passage): Sentence[] {
	return prose.flatMap(({ name, line, lang, text: paragraph }) =>
		sentencesOf(paragraph).map((sentence) => {
			const text = sentence.trim().replaceAll(/\s+/g, ' ');
			const length = lang.startsWith('zh') ? charactersIn(text) : wordsOf(text).length;
			return { name, line, text, length, score: SCALES[lang]?.scoreOf([text]) ?? NaN };
		})
	);
}

/** Compares sentences for a stable sort, the hardest first; the longest, where there is no scale. */
export function byHardness(lang: LanguageTag): (a: Sentence, b: Sentence) => number {
	const scale = SCALES[lang];
	if (!scale) return (a, b) => b.length - a.length;
	return (a, b) => (scale.hardest === 'lowest' ? a.score - b.score : b.score - a.score);
}
