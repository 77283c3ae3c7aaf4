import * as v from 'valibot';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import type { SearchTexts } from '#lib/edition/search-document.ts';
import { SearchWords } from '#lib/edition/search-words.ts';
import type { HandrailDatabase } from '../database/database.ts';
import { readInstalledListing } from '../stores/listing-store.ts';

/**
 * Reads what search looks through: the texts of one language of the edition on screen. Empty if the
 * language is not on the phone. Throws if a text is missing or damaged, because "nothing found"
 * would then be untrue.
 */
export async function readSearchTexts(
	db: HandrailDatabase,
	lang: LanguageTag
): Promise<SearchTexts> {
	const listing = await readInstalledListing(db, lang);
	if (!listing) return { words: undefined, articles: [] };
	const { row, text } = listing;
	const entry = row.entries.find(({ id }) => id === 'search');
	// request all at once: the transaction ends with the last request
	const [words, ...texts] = await Promise.all([
		entry && text(entry.sha256),
		...row.cards.map(({ sha256 }) => text(sha256))
	]);
	const articles = row.cards.map(({ id }, index) => ({ id, text: whole(texts[index]) }));
	return { words: entry && v.parse(SearchWords, JSON.parse(whole(words))), articles };
}

function whole(text: string | undefined): string {
	if (text === undefined) throw new Error('Damaged text');
	return text;
}
