import { sentencesOf, wordsOf } from './running-text.ts';
import { englishSyllables, spanishSyllables } from './syllables.ts';

/** What both formulas are made of. */
export interface TextCounts {
	readonly sentences: number;
	readonly words: number;
	readonly syllables: number;
}

/**
 * The grade of a US school: 5 can be read after five years.
 * J. P. Kincaid and others, Derivation of New Readability Formulas, US Navy, Research Branch Report
 * 8-75 (1975).
 */
export const fleschKincaidGrade = ({ sentences, words, syllables }: TextCounts): number =>
	0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59;

/**
 * "Perspicuidad" from 0 to about 100. F. Szigriszt Pazos, Sistemas predictivos de legibilidad del
 * mensaje escrito: fórmula de perspicuidad, Universidad Complutense de Madrid (1993).
 * Above 65 is rather easy, above 80 very easy: I. M. Barrio-Cantalejo and others, Validación de la
 * Escala INFLESZ, Anales del Sistema Sanitario de Navarra 31 (2008).
 */
export const szigrisztPazos = ({ sentences, words, syllables }: TextCounts): number =>
	206.835 - 62.3 * (syllables / words) - words / sentences;

export const countEnglish = (texts: readonly string[]): TextCounts =>
	count(texts, englishSyllables);
export const countSpanish = (texts: readonly string[]): TextCounts =>
	count(texts, spanishSyllables);

/** Each text ends a sentence, with or without a full stop. */
function count(texts: readonly string[], syllablesOf: (word: string) => number): TextCounts {
	const sentences = texts.flatMap(sentencesOf);
	const words = sentences.flatMap(wordsOf);
	const syllables = words.map(syllablesOf).reduce((sum, each) => sum + each, 0);
	return { sentences: sentences.length, words: words.length, syllables };
}
