import type { LanguageTag } from '#lib/edition/language-tags.ts';
import type { SearchDocument } from '#lib/edition/search-document.ts';
import type { HandrailDatabase } from '../database/database.ts';

/** What search looks through in one language of the edition on screen; empty where it has none. */
export async function readSearchDocuments(
	db: HandrailDatabase,
	lang: LanguageTag
): Promise<readonly SearchDocument[]> {
	const tx = db.transaction(['trust', 'search']);
	const version = (await tx.objectStore('trust').get('state'))?.installed?.version;
	if (version === undefined) return [];
	return (await tx.objectStore('search').get([version, lang])) ?? [];
}
