import type { LanguageTag } from '#lib/edition/language-tags.ts';
import type { OpenDatabase } from '#lib/storage/database/database-opener.ts';
import {
	isReadOnly,
	type HandrailDatabase,
	type ListingRow
} from '#lib/storage/database/database.ts';
import { dropLease, readLease, takeLease } from '#lib/storage/stores/lease-store.ts';
import { toStorageCode } from '#lib/storage/database/storage-error.ts';
import { leaseWriter, webLocksWriter, type SingleWriter } from '#lib/sync/single-writer.ts';
import { syncEdition } from '#lib/sync/sync-edition.ts';
import type { SyncOutcome, SyncProgress } from '#lib/sync/sync-outcome.ts';
import type { SyncPorts } from '#lib/sync/sync-ports.ts';
import { readAnchor, type Anchor } from '#lib/trust/anchor.ts';
import { announceSwitch } from './edition-channel.ts';
import { syncStore } from './sync-store.ts';

export interface SyncOptions {
	/** The reader's first: that one must be whole before anything is switched. */
	readonly languages: readonly LanguageTag[];
	readonly onProgress?: (progress: SyncProgress) => void;
	/** How far the host's clock is ahead of the phone's, in ms: a hint for `freshness`. */
	readonly onClockSkew?: (skewMs: number) => void;
	readonly now?: () => Date;
	/** Ends it: nothing more is asked for. */
	readonly signal?: AbortSignal;
}

/** What differs between a phone and a test. */
export interface Surroundings {
	readonly anchor: Anchor;
	/** Base addresses of the edition, each with its slash: ours, then mirrors. */
	readonly hosts: readonly string[];
	/** `false`: a file that was passed on, which may lack the newest roots. */
	readonly isComplete?: boolean;
	readonly fetch?: typeof globalThis.fetch;
	readonly locks?: LockManager | undefined;
	readonly open: OpenDatabase;
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
	try {
		const db = await surroundings.open();
		// a newer release owns this database by now: its code knows how to write there
		if (isReadOnly(db)) return { status: 'needs-app-update' };
		return await syncInto(db, surroundings, options);
	} catch (error) {
		const code = toStorageCode(error);
		if (code) return { status: 'storage', code };
		throw error;
	}
}

async function syncInto(
	db: HandrailDatabase,
	surroundings: Surroundings,
	{ languages, onProgress, onClockSkew, now = () => new Date(), signal }: SyncOptions
): Promise<SyncOutcome> {
	const [reader, ...others] = new Set(languages);
	if (reader === undefined) return { status: 'already-current' };
	const { anchor, hosts, isComplete = true, fetch = globalThis.fetch, idleMs } = surroundings;
	const root = await readAnchor(anchor);
	const controller = new AbortController();

	return singleWriter(
		db,
		surroundings,
		now
	)(async (): Promise<SyncOutcome> => {
		const timer = setTimeout(() => controller.abort(), LONGEST_MS);
		signal?.addEventListener('abort', () => controller.abort());
		if (signal?.aborted) controller.abort();
		try {
			const ports: SyncPorts<ListingRow> = {
				fetch,
				signal: controller.signal,
				hosts,
				anchor: root,
				floor: anchor.floor,
				isComplete,
				store: syncStore(db, anchor.floor, now),
				now,
				onProgress: onProgress ?? ignore,
				onClockSkew: onClockSkew ?? ignore,
				onSwitched: announceSwitch,
				...(idleMs !== undefined && { idleMs })
			};
			return await syncEdition(ports, [reader, ...others]);
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
