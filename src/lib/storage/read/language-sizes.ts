import type { LanguageTag } from '#lib/edition/language-tags.ts';
import type { HandrailDatabase } from '../database/database.ts';
import { ofVersion } from '../stores/listing-rows.ts';

/** A language that is kept on the phone, and what its texts take. */
export interface KeptLanguage {
	readonly lang: LanguageTag;
	/** Bytes of its texts; what it shares with another language counts for both. */
	readonly bytes: number;
}

/** The languages of the edition on screen that are here. */
export async function languageSizes(db: HandrailDatabase): Promise<KeptLanguage[]> {
	const tx = db.transaction(['trust', 'listings']);
	const version = (await tx.objectStore('trust').get('state'))?.installed?.version;
	if (version === undefined) return [];
	const rows = await tx.objectStore('listings').getAll(ofVersion(version));
	return rows.map(({ lang, entries }) => {
		return { lang, bytes: entries.reduce((sum, { length }) => sum + length, 0) };
	});
}
