import type { LanguageTag } from '#lib/edition/language-tags.ts';
import type { HandrailDatabase } from './database.ts';
import { readSettings } from './settings-store.ts';

/** The reader's language first, then the others that the edition on screen has here. */
export async function languagesInUse(db: HandrailDatabase): Promise<LanguageTag[]> {
	const { lang } = await readSettings(db);
	const tx = db.transaction(['trust', 'listings']);
	const version = (await tx.objectStore('trust').get('state'))?.installed?.version ?? 0;
	const rows = await tx.objectStore('listings').getAllKeys();
	const here = rows.flatMap(([of, tag]) => (of === version ? [tag] : []));
	return [...new Set(lang ? [lang, ...here] : here)];
}
