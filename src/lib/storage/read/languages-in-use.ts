import * as v from 'valibot';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import { Language } from '#lib/edition/vocabulary.ts';
import type { HandrailDatabase } from '../database/database.ts';
import { ofVersion } from '../stores/listing-rows.ts';

/** The reader's language first, then the others that the edition on screen has here. */
export async function languagesInUse(db: HandrailDatabase): Promise<LanguageTag[]> {
	const tx = db.transaction(['trust', 'listings', 'settings']);
	const lang = v.safeParse(Language, await tx.objectStore('settings').get('lang'));
	const version = (await tx.objectStore('trust').get('state'))?.installed?.version;
	const rows = await tx.objectStore('listings').getAllKeys();
	const here = rows.flatMap(([of, tag]) => (of === version ? [tag] : []));
	return [...new Set(lang.success ? [lang.output, ...here] : here)];
}

/** What can be read in the place of a language that is not here: English before others. */
export async function readStandIn(
	db: HandrailDatabase,
	lang: LanguageTag
): Promise<LanguageTag | undefined> {
	const tx = db.transaction(['trust', 'listings']);
	const version = (await tx.objectStore('trust').get('state'))?.installed?.version;
	if (version === undefined) return undefined;
	const rows = await tx.objectStore('listings').getAllKeys(ofVersion(version));
	const here = rows.map(([, tag]) => tag);
	if (here.includes(lang)) return undefined;
	return here.includes('en') ? 'en' : here[0];
}
