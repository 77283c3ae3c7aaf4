import { isRoot, proofPaths } from '../stores/proof-paths.ts';
import { readEdition } from '../stores/edition-store.ts';
import { readListings } from '../stores/listing-store.ts';
import { readSetting } from '../stores/settings-store.ts';
import { readOnScreen } from '../stores/trust-store.ts';
import type { HandrailDatabase } from '../database/database.ts';
import { writeContent } from '../database/transaction.ts';

/**
 * Deletes everything that neither the edition on screen nor the one before it needs, apart from the
 * texts in `staged`, which an interrupted sync has fetched so far. Of the editions whose changes
 * were last seen or acknowledged, the listings stay, to tell what has changed since. Runs after a
 * switch, under the same lock.
 */
export async function collectGarbage(
	db: HandrailDatabase,
	staged: ReadonlySet<string>
): Promise<void> {
	await writeContent(db, async (tx) => {
		const { installed, previous } = await readOnScreen(tx);
		const known = (['seenVersion', 'acknowledgedVersion'] as const).map((key) =>
			readSetting(tx, key)
		);
		const whole = [installed?.version, previous];
		const listed = [...whole, ...(await Promise.all(known))];

		const needed = new Set(staged);
		for (const version of whole) {
			for (const { shards, entries } of await readListings(tx, version)) {
				for (const sha256 of shards) needed.add(sha256);
				for (const { sha256 } of entries) needed.add(sha256);
			}
		}

		const edition = await readEdition(tx, installed?.version);
		const proof = new Set(edition && installed ? proofPaths(edition, installed) : []);
		await sweep(tx.objectStore('proof'), (path) => proof.has(path) || isRoot(path));
		await sweep(tx.objectStore('editions'), (version) => listed.includes(version));
		await sweep(tx.objectStore('listings'), ([version]) => listed.includes(version));
		// an earlier release kept its search index there
		await tx.objectStore('search').clear();
		await sweep(tx.objectStore('blobs'), (sha256) => needed.has(sha256));
	});
}

interface Sweepable<Key> {
	readonly getAllKeys: () => Promise<Key[]>;
	readonly delete: (key: Key) => Promise<void>;
}

async function sweep<Key>(store: Sweepable<Key>, keeps: (key: Key) => boolean): Promise<void> {
	const keys = await store.getAllKeys();
	await Promise.all(keys.filter((key) => !keeps(key)).map((key) => store.delete(key)));
}
