import type { Lines, Translation } from '#lib/edition/article.ts';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import { spokenWords } from './spoken-words.ts';

/** Lines that can be shown as cards, and how reliable their translation is. */
export interface Showable {
	/** The HTML of each line, with its English if the line is in another language. */
	readonly items: Lines['items'];
	readonly lang: LanguageTag;
	readonly translation: Translation | undefined;
}

/** One line as a card, as HTML. */
export interface ShowCard {
	/** The words for the person opposite. Absent if the English of the line is not on the phone. */
	readonly english?: string;
	/** The same words for the reader. Of an English line, only the condition for showing it. */
	readonly own?: string;
}

export function toCards({ items, lang }: Showable): ShowCard[] {
	return items.map(({ html, english }) => {
		const twin = lang === 'en' ? html : english;
		// a translation that is behind and has other lines than the English: nobody knows which belong
		// together
		if (twin === undefined) return { own: html };
		const { words, condition } = spokenWords(twin);
		const own = lang === 'en' ? condition : html;
		return { english: words, ...(own !== undefined && { own }) };
	});
}
