import { READS } from '#lib/edition/known.ts';
import { addLanguage } from '#lib/storage/write/change-languages.ts';
import { collectGarbage } from '#lib/storage/write/collect-garbage.ts';
import { prepareListing } from '#lib/storage/write/prepare-listing.ts';
import type { HandrailDatabase, ListingRow } from '#lib/storage/database/database.ts';
import { readInstalledEdition } from '#lib/storage/stores/edition-store.ts';
import { keepProof, readProof } from '#lib/storage/stores/proof-store.ts';
import { readBlobs, stageBlobs, storedHashes } from '#lib/storage/stores/blob-store.ts';
import { switchEdition } from '#lib/storage/write/switch-edition.ts';
import { readTrust, updateTrust } from '#lib/storage/stores/trust-store.ts';
import { wholeLanguages } from '#lib/storage/read/installed-languages.ts';
import { pause } from '#lib/sync/pause.ts';
import type { SyncStore } from '#lib/sync/sync-ports.ts';
import { toBytes, toText } from '#lib/trust/bytes.ts';

/** What sync needs of a phone's memory, in IndexedDB. */
export function syncStore(
	db: HandrailDatabase,
	floor: number,
	now: () => Date
): SyncStore<ListingRow> {
	return {
		readTrust: () => readTrust(db),
		updateTrust: (change) => updateTrust(db, change),
		storedHashes: () => storedHashes(db),
		readBlobs: (hashes) => readBlobs(db, hashes),
		stageBlobs: (texts) => stageBlobs(db, texts),
		readProof: async (path) => {
			const file = await readProof(db, path);
			return file === undefined ? undefined : toBytes(file);
		},
		keepProof: (path, file) => keepProof(db, path, toText(file)),
		async installedEdition() {
			const edition = await readInstalledEdition(db);
			// an older app may have left out what this one can read: then it is read again, from here
			return (edition?.readWith ?? READS) === READS ? edition : undefined;
		},
		wholeLanguages: () => wholeLanguages(db),
		prepare: (listing) => prepareListing(db, listing, { now, pause }),
		switchTo: (accepted, listings) => switchEdition(db, { accepted, listings, floor }),
		addLanguage: (edition, listing) => addLanguage(db, edition, listing),
		collectGarbage: (staged) => collectGarbage(db, staged)
	};
}
