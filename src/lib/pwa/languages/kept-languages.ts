import type { LanguageTag } from '#lib/edition/language-tags.ts';
import { openHandrailDatabase } from '#lib/storage/database/database.ts';
import { languagesInUse } from '#lib/storage/read/installed-languages.ts';

/** For a sync without a page: the languages that are kept here. None if nothing can be opened. */
export async function keptLanguages(): Promise<LanguageTag[]> {
	try {
		const db = await openHandrailDatabase();
		const languages = await languagesInUse(db);
		db.close();
		return languages;
	} catch {
		// storage is denied or blocked: a background sync has nothing to do and nobody to tell
		return [];
	}
}
