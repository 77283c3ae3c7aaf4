import { editionPath, listingPath } from '#lib/edition/published-paths.ts';
import type { HandrailDatabase } from '../database/database.ts';

/**
 * What is here under these hashes, of whatever kind: texts of articles, shards, listings, and what an
 * edition's file says after its signatures. None of it is verified again: what is made of it is.
 */
export async function readBases(
	db: HandrailDatabase,
	hashes: readonly string[]
): Promise<Map<string, string>> {
	const tx = db.transaction(['blobs', 'proof']);
	const [blobs, proofs] = [tx.objectStore('blobs'), tx.objectStore('proof')];
	const found = await Promise.all(
		hashes.map(async (sha256) => {
			const [blob, listing, edition] = await Promise.all([
				blobs.get(sha256),
				proofs.get(listingPath(sha256)),
				proofs.get(editionPath(sha256))
			]);
			const text: unknown = blob ?? listing ?? edition?.slice(edition.indexOf('\n') + 1);
			return [sha256, text] as const;
		})
	);
	return new Map(
		found.flatMap(([sha256, text]) => (typeof text === 'string' ? [[sha256, text]] : []))
	);
}
