import type { Lines, Translation } from '#lib/edition/article.ts';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import { spokenWords } from './spoken-words.ts';

/** Lines that can be shown, and how far the reader's half of them can be relied on. */
export interface Showable {
	/** HTML of one line, and its English where the line is in another language. */
	readonly items: Lines['items'];
	readonly lang: LanguageTag;
	readonly translation: Translation | undefined;
}

/** One line as it is shown: HTML. */
export interface ShowCard {
	/** For the person opposite. Absent where the English of a line is not on this phone. */
	readonly english?: string;
	/** The same for the reader; of an English line only when it may be shown. */
	readonly own?: string;
}

export function toCards({ items, lang }: Showable): ShowCard[] {
	return items.map(({ html, english }) => {
		const twin = lang === 'en' ? html : english;
		// behind, with other lines than the English: nobody can say which is which
		if (twin === undefined) return { own: html };
		const { words, condition } = spokenWords(twin);
		const own = lang === 'en' ? condition : html;
		return { english: words, ...(own !== undefined && { own }) };
	});
}
