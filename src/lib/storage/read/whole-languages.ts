import type { LanguageTag } from '#lib/edition/language-tags.ts';
import type { HandrailDatabase } from '../database/database.ts';
import { ofVersion } from '../stores/listing-rows.ts';

/** Languages of the edition on screen that are all here, a count, not a comparison. */
export async function wholeLanguages(db: HandrailDatabase): Promise<LanguageTag[]> {
	const tx = db.transaction(['trust', 'listings', 'blobs']);
	const version = (await tx.objectStore('trust').get('state'))?.installed?.version;
	if (version === undefined) return [];
	const rows = await tx.objectStore('listings').getAll(ofVersion(version));
	const stored = new Set(await tx.objectStore('blobs').getAllKeys());
	const whole = rows.filter(({ entries }) => entries.every(({ sha256 }) => stored.has(sha256)));
	return whole.map(({ lang }) => lang);
}
