import type { Edition } from '#lib/edition/edition.ts';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import type { HandrailDatabase } from '../database/database.ts';
import { ofVersion } from '../stores/listing-rows.ts';

/** One language of an edition whose texts are all kept. */
export interface KeptListing {
	readonly edition: Edition;
	readonly lang: LanguageTag;
	/** Article ids, contacts and the rest → SHA-256. */
	readonly blobs: ReadonlyMap<string, string>;
}

/**
 * The edition on screen and the one before it, in the languages that the first has here: without
 * that, nobody can say what became of a text.
 */
export async function readKeptListings(db: HandrailDatabase): Promise<KeptListing[]> {
	const tx = db.transaction(['trust', 'editions', 'listings']);
	const state = await tx.objectStore('trust').get('state');
	const versions = [state?.installed?.version, state?.previous];
	const kept: KeptListing[] = [];
	for (const version of versions) {
		if (version === undefined) continue;
		const edition = await tx.objectStore('editions').get(version);
		const rows = await tx.objectStore('listings').getAll(ofVersion(version));
		if (!edition) continue;
		for (const { lang, entries } of rows) {
			const blobs = new Map(entries.map(({ id, sha256 }) => [id, sha256]));
			kept.push({ edition, lang, blobs });
		}
	}
	const installed = new Set(
		kept.flatMap(({ edition, lang }) => (edition.version === versions[0] ? [lang] : []))
	);
	return kept.filter(({ lang }) => installed.has(lang));
}
