import type { HandrailDatabase } from './database.ts';
import { writeContent } from './write.ts';

/**
 * Deletes what neither the edition on screen nor the one before it needs, nor `staged`: hashes that
 * a sync which was cut has got so far. Of the edition whose changes were last acknowledged, the
 * lists stay, so that what changed since can be told. Runs after a switch, in the same lock.
 */
export async function collectGarbage(
	db: HandrailDatabase,
	staged: ReadonlySet<string>
): Promise<void> {
	await writeContent(db, async (tx) => {
		const state = await tx.objectStore('trust').get('state');
		const acknowledged = await tx.objectStore('settings').get('acknowledgedVersion');
		const whole = [state?.installed?.version, state?.previous];
		const listed: unknown[] = [...whole, acknowledged];

		const [editions, listings, search, blobs] = await Promise.all([
			tx.objectStore('editions').getAllKeys(),
			tx.objectStore('listings').getAllKeys(),
			tx.objectStore('search').getAllKeys(),
			tx.objectStore('blobs').getAllKeys()
		]);
		const rows = listings.filter(([version]) => whole.includes(version));
		const needed = new Set(staged);
		for (const key of rows) {
			const row = await tx.objectStore('listings').get(key);
			for (const sha256 of row?.shards ?? []) needed.add(sha256);
			for (const { sha256 } of row?.entries ?? []) needed.add(sha256);
		}

		const without = <Key>(keys: readonly Key[], keeps: (key: Key) => boolean): Key[] =>
			keys.filter((key) => !keeps(key));
		const isListed = ([version]: [number, string]): boolean => listed.includes(version);
		// search looks through the edition on screen only
		const isShown = ([version]: [number, string]): boolean => version === whole[0];
		await Promise.all([
			...without(editions, (version) => listed.includes(version)).map((key) =>
				tx.objectStore('editions').delete(key)
			),
			...without(listings, isListed).map((key) => tx.objectStore('listings').delete(key)),
			...without(search, isShown).map((key) => tx.objectStore('search').delete(key)),
			...without(blobs, (sha256) => needed.has(sha256)).map((key) =>
				tx.objectStore('blobs').delete(key)
			)
		]);
	});
}
