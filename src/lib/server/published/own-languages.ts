import type { LanguageTag } from '#lib/edition/language-tags.ts';
import type { PublishedLibrary } from './published-library.ts';

/**
 * The languages that have articles of their own. Pages in other languages show the English text; for a
 * program that would be a copy of the English page at another address.
 */
export async function ownLanguages(library: PublishedLibrary): Promise<LanguageTag[]> {
	const { languages } = await library.edition();
	const own: LanguageTag[] = [];
	for (const { lang } of languages) {
		const cards = await library.cards(lang);
		if ('found' in cards && cards.found.some((card) => card.lang === lang)) own.push(lang);
	}
	return own;
}
