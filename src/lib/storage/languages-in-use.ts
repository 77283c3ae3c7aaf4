import * as v from 'valibot';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import { Language } from '#lib/edition/vocabulary.ts';
import type { HandrailDatabase } from './database.ts';

/** The reader's language first, then the others that the edition on screen has here. */
export async function languagesInUse(db: HandrailDatabase): Promise<LanguageTag[]> {
	const tx = db.transaction(['trust', 'listings', 'settings']);
	const lang = v.safeParse(Language, await tx.objectStore('settings').get('lang'));
	const version = (await tx.objectStore('trust').get('state'))?.installed?.version;
	const rows = await tx.objectStore('listings').getAllKeys();
	const here = rows.flatMap(([of, tag]) => (of === version ? [tag] : []));
	return [...new Set(lang.success ? [lang.output, ...here] : here)];
}
