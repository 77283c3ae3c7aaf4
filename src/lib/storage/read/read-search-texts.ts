import * as v from 'valibot';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import type { SearchTexts } from '#lib/edition/search-document.ts';
import { SearchWords } from '#lib/edition/search-words.ts';
import type { HandrailDatabase } from '../database/database.ts';
import { readInstalledListing } from '../stores/listing-store.ts';

/**
 * What search looks through in one language of the edition on screen: nothing where it is not here.
 * Throws where a text that should be here is not, or is damaged: "nothing found" would be untrue.
 */
export async function readSearchTexts(
	db: HandrailDatabase,
	lang: LanguageTag
): Promise<SearchTexts> {
	const listing = await readInstalledListing(db, lang);
	if (!listing) return { words: undefined, articles: [] };
	const { row, text } = listing;
	const entry = row.entries.find(({ id }) => id === 'search');
	// all are asked for at once: the transaction ends with the last request
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
