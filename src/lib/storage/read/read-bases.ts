import { editionPath, listingPath } from '#lib/edition/address/published-paths.ts';
import type { HandrailDatabase } from '../database/database.ts';
import { readBlob } from '../stores/blob-store.ts';
import { readFile } from '../stores/proof-store.ts';

/**
 * Reads everything that is stored under these hashes: articles, shards, listings, and the payloads
 * of editions. None of it is verified again, because whatever is made of it is verified.
 */
export async function readBases(
	db: HandrailDatabase,
	hashes: readonly string[]
): Promise<Map<string, string>> {
	const tx = db.transaction(['blobs', 'proof']);
	const found = await Promise.all(
		hashes.map(async (sha256) => {
			const [blob, listing, edition] = await Promise.all([
				readBlob(tx, sha256),
				readFile(tx, listingPath(sha256)),
				readFile(tx, editionPath(sha256))
			]);
			const text = blob ?? listing ?? edition?.slice(edition.indexOf('\n') + 1);
			return [sha256, text] as const;
		})
	);
	return new Map(found.flatMap(([sha256, text]) => (text === undefined ? [] : [[sha256, text]])));
}
