import type { KeptListing } from '#lib/phone/editions.ts';
import type { HandrailDatabase } from '../database/database.ts';
import { readEdition } from '../stores/edition-store.ts';
import { readListings } from '../stores/listing-store.ts';
import { readOnScreen } from '../stores/trust-store.ts';

/**
 * Reads the listings of the edition on screen and of the one before it. Languages that only the
 * older one has on this phone are left out: nobody could tell what became of their texts.
 */
export async function readKeptListings(db: HandrailDatabase): Promise<KeptListing[]> {
	const tx = db.transaction(['trust', 'editions', 'listings']);
	const { installed, previous } = await readOnScreen(tx);
	const versions = [installed?.version, previous];
	const kept: KeptListing[] = [];
	for (const version of versions) {
		const edition = await readEdition(tx, version);
		if (!edition) continue;
		const rows = await readListings(tx, version);
		for (const { lang, entries } of rows) {
			const blobs = new Map(entries.map(({ id, sha256 }) => [id, sha256]));
			kept.push({ edition, lang, blobs });
		}
	}
	const here = new Set(
		kept.flatMap(({ edition, lang }) => (edition.version === versions[0] ? [lang] : []))
	);
	return kept.filter(({ lang }) => here.has(lang));
}
