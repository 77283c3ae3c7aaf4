import { READS } from '#lib/edition/known.ts';
import { addLanguage } from '#lib/storage/write/change-languages.ts';
import { collectGarbage } from '#lib/storage/write/collect-garbage.ts';
import { prepareListing } from '#lib/storage/write/prepare-listing.ts';
import type { HandrailDatabase, ListingRow } from '#lib/storage/database/database.ts';
import { readBases } from '#lib/storage/read/read-bases.ts';
import { readInstalledEdition } from '#lib/storage/stores/edition-store.ts';
import { readProof } from '#lib/storage/stores/proof-store.ts';
import { readBlobs, storedHashes } from '#lib/storage/stores/blob-store.ts';
import { stage } from '#lib/storage/write/stage.ts';
import { switchEdition } from '#lib/storage/write/switch-edition.ts';
import { readTrust, updateTrust } from '#lib/storage/stores/trust-store.ts';
import { wholeLanguages } from '#lib/storage/read/installed-languages.ts';
import { pause } from '#lib/sync/fetch/pause.ts';
import type { SyncStore } from '#lib/sync/sync-ports.ts';
import { toBytes, toText, type Bytes } from '#lib/trust/signed/bytes.ts';

/** What sync needs of a phone's memory, in IndexedDB. */
export function syncStore(
	db: HandrailDatabase,
	floor: number,
	now: () => Date
): SyncStore<ListingRow> {
	return {
		readTrust: () => readTrust(db),
		updateTrust: (change, proof) =>
			updateTrust(db, change, proof && { path: proof.path, file: toText(proof.file) }),
		storedHashes: () => storedHashes(db),
		readBlobs: (hashes) => readBlobs(db, hashes),
		readBases: (hashes) => readBases(db, hashes),
		readProof: async (path) => {
			const file = await readProof(db, path);
			return file === undefined ? undefined : toBytes(file);
		},
		stage: ({ proofs = new Map<string, Bytes>(), texts }) =>
			stage(db, {
				proofs: new Map([...proofs].map(([path, file]) => [path, toText(file)])),
				...(texts && { texts })
			}),
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
