import type { LanguageTag } from '#lib/edition/language-tags.ts';
import type { BodyText, Corpus } from '../read/corpus.ts';
import { compareText } from '../base/diagnostic.ts';
import { wordsOf } from '../text/running-text.ts';
import { bodyProse } from '../text/prose.ts';
import { byHardness, readingOf, SCALES, sentencesIn, type Sentence } from '../text/reading.ts';

/** How one article reads in one language. */
export interface TextReading {
	readonly file: string;
	readonly words: number;
	/** On the scale of the language; `null` if it has none, or there is no such text. */
	readonly steps: number | null;
	readonly background: number | null;
	/** Words (in Chinese characters) of the longest sentence, and the line of its paragraph. */
	readonly longest: { readonly length: number; readonly line: number } | null;
}

/** How one language reads, with the hardest first. */
export interface LanguageReading {
	readonly lang: LanguageTag;
	/** `null`: no formula is made for this language, and length is all that is known. */
	readonly scale: string | null;
	readonly texts: readonly TextReading[];
	readonly hardest: readonly {
		readonly file: string;
		readonly line: number;
		readonly score: number | null;
		readonly text: string;
	}[];
}

const HARDEST = 10;
/** Shorter sentences are mostly names and headings, for which the formulas are not made. */
const LEAST_WORDS = 6;

/** Every language that has a text, in the order of the publisher's list. */
export function reportReading({ publisher, bodies }: Corpus): LanguageReading[] {
	return publisher.fields.languages.flatMap((lang): LanguageReading[] => {
		const inLanguage = bodies.filter((body) => body.lang === lang);
		return inLanguage.length > 0 ? [reportLanguage(lang, inLanguage)] : [];
	});
}

function reportLanguage(lang: LanguageTag, bodies: readonly BodyText[]): LanguageReading {
	const measured = bodies.map(measure).sort((a, b) => {
		return b.excess - a.excess || compareText(a.text.file, b.text.file);
	});
	const sentences = measured.flatMap((it) => it.sentences);
	const hardest = sentences
		.filter(({ length }) => length >= LEAST_WORDS)
		.sort(byHardness(lang))
		.slice(0, HARDEST)
		.map(({ name, line, score, text }) => ({ file: name, line, score: rounded(score), text }));
	const texts = measured.map(({ text }) => text);
	return { lang, scale: SCALES[lang]?.name ?? null, texts, hardest };
}

interface Measured {
	readonly text: TextReading;
	readonly sentences: readonly Sentence[];
	/** How far it is above its limit; where there is no limit, the length of its longest sentence. */
	readonly excess: number;
}

function measure(body: BodyText): Measured {
	const { steps, background } = readingOf(body);
	const sentences = [...sentencesIn(steps), ...sentencesIn(background)];
	const longest = [...sentences].sort((a, b) => b.length - a.length)[0];
	const passages = [steps.excess, background.excess].filter((it) => !Number.isNaN(it));
	// readers see a card in the place of `contact:…`
	const own = bodyProse(body).filter(({ text }) => !text.startsWith('contact:'));
	const words = own.flatMap(({ text }) => wordsOf(text)).length;
	const text = {
		file: body.name,
		words,
		steps: rounded(steps.score),
		background: rounded(background.score),
		longest: longest ? { length: longest.length, line: longest.line } : null
	};
	const excess = passages.length > 0 ? Math.max(...passages) : (longest?.length ?? 0);
	return { text, sentences, excess };
}

const rounded = (score: number): number | null =>
	Number.isFinite(score) ? Math.round(score * 10) / 10 : null;
