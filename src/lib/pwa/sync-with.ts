import type { LanguageTag } from '#lib/edition/language-tags.ts';
import { addLanguage } from '#lib/storage/add-language.ts';
import { collectGarbage } from '#lib/storage/collect-garbage.ts';
import { compileListing, type CompiledListing } from '#lib/storage/compile-listing.ts';
import { isReadOnly, openHandrailDatabase, type HandrailDatabase } from '#lib/storage/database.ts';
import { readInstalledEdition } from '#lib/storage/installed-listing.ts';
import { dropLease, readLease, takeLease } from '#lib/storage/lease-store.ts';
import { keepProof, readProof } from '#lib/storage/proof-store.ts';
import { writeSetting } from '#lib/storage/settings-store.ts';
import { toStorageCode } from '#lib/storage/storage-error.ts';
import { readBlobs, stageBlobs, storedHashes } from '#lib/storage/stored-blobs.ts';
import { switchEdition } from '#lib/storage/switch-edition.ts';
import { readTrust, updateTrust } from '#lib/storage/trust-store.ts';
import { wholeLanguages } from '#lib/storage/whole-languages.ts';
import { pause } from '#lib/sync/pause.ts';
import { leaseWriter, webLocksWriter, type SingleWriter } from '#lib/sync/single-writer.ts';
import { syncEdition } from '#lib/sync/sync-edition.ts';
import type { SyncOutcome, SyncProgress } from '#lib/sync/sync-outcome.ts';
import type { SyncPorts, SyncStore } from '#lib/sync/sync-ports.ts';
import { readAnchor, type Anchor } from '#lib/trust/anchor.ts';
import { toBytes, toText } from '#lib/trust/bytes.ts';
import { announceSwitch } from './switch-news.ts';

export interface SyncOptions {
	/** The reader's first: that one must be whole before anything is switched. */
	readonly languages: readonly LanguageTag[];
	readonly onProgress?: (progress: SyncProgress) => void;
	/** How far the host's clock is ahead of the phone's, in ms: a hint for `freshness`. */
	readonly onClockSkew?: (skewMs: number) => void;
	readonly now?: () => Date;
}

/** What differs between a phone and a test. */
export interface Surroundings {
	readonly anchor: Anchor;
	/** Base addresses of the edition, each with its slash: ours, then mirrors. */
	readonly hosts: readonly string[];
	readonly fetch?: typeof globalThis.fetch;
	readonly locks?: LockManager | undefined;
	readonly database?: string;
	/** How long to wait for more bytes, in ms. */
	readonly idleMs?: number;
}

/** A sync ends itself then, so that whoever finds it busy later knows that it hangs. */
const LONGEST_MS = 10 * 60 * 1000;

/** Joins sync's policy to IndexedDB, the network and the lock. Refusals of storage become codes. */
export async function syncWith(
	surroundings: Surroundings,
	options: SyncOptions
): Promise<SyncOutcome> {
	let db: HandrailDatabase | undefined;
	try {
		db = await openHandrailDatabase(surroundings.database);
		// a newer release owns this database by now: its code knows how to write there
		if (isReadOnly(db)) return { status: 'needs-app-update' };
		return await syncInto(db, surroundings, options);
	} catch (error) {
		const code = toStorageCode(error);
		if (code) return { status: 'storage', code };
		throw error;
	} finally {
		db?.close();
	}
}

async function syncInto(
	db: HandrailDatabase,
	surroundings: Surroundings,
	{ languages, onProgress, onClockSkew, now = () => new Date() }: SyncOptions
): Promise<SyncOutcome> {
	const [reader, ...others] = new Set(languages);
	if (reader === undefined) return { status: 'already-current' };
	const { anchor, hosts, fetch = globalThis.fetch, idleMs } = surroundings;
	const root = await readAnchor(anchor);
	const controller = new AbortController();

	return singleWriter(
		db,
		surroundings,
		now
	)(async (): Promise<SyncOutcome> => {
		const timer = setTimeout(() => controller.abort(), LONGEST_MS);
		try {
			const ports: SyncPorts<CompiledListing> = {
				fetch,
				signal: controller.signal,
				hosts,
				anchor: root,
				floor: anchor.floor,
				store: syncStore(db, anchor.floor, now),
				now,
				onProgress: onProgress ?? ignore,
				onClockSkew: onClockSkew ?? ignore,
				onSwitched: announceSwitch,
				...(idleMs !== undefined && { idleMs })
			};
			const outcome = await syncEdition(ports, [reader, ...others]);
			if (outcome.status === 'switched' || outcome.status === 'already-current') {
				await writeSetting(db, 'lastSyncAt', now().toISOString());
			}
			return outcome;
		} finally {
			clearTimeout(timer);
		}
	});
}

function ignore(): void {
	// nobody asked to be told
}

function singleWriter(
	db: HandrailDatabase,
	{ locks }: Surroundings,
	now: () => Date
): SingleWriter {
	const ports = {
		readLease: () => readLease(db),
		takeLease: takeLease.bind(undefined, db),
		dropLease: (holder: string) => dropLease(db, holder),
		now,
		holder: Array.from(crypto.getRandomValues(new Uint32Array(4))).join('-')
	};
	return locks ? webLocksWriter(locks, ports) : leaseWriter(ports);
}

function syncStore(
	db: HandrailDatabase,
	floor: number,
	now: () => Date
): SyncStore<CompiledListing> {
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
		installedEdition: () => readInstalledEdition(db),
		wholeLanguages: () => wholeLanguages(db),
		compile: (listing) => compileListing(db, listing, { now, pause }),
		switchTo: (accepted, listings) => switchEdition(db, { accepted, listings, floor }),
		addLanguage: (edition, listing) => addLanguage(db, edition, listing),
		collectGarbage: (staged) => collectGarbage(db, staged)
	};
}
