import { toOwnName } from '#lib/edition/base-path.ts';
import { openDB } from 'idb';
import { migrations, type Migration } from './migrations.ts';
import type { HandrailDatabase, HandrailSchema } from './schema.ts';
import { StorageError, toStorageCode } from './storage-error.ts';

export type {
	HandrailDatabase,
	HandrailSchema,
	Lease,
	ListingRow,
	StoredEdition
} from './schema.ts';

export interface OpenOptions {
	/** Called when another tab's newer code, or the browser, ended the connection. */
	readonly onClosed?: () => void;
	/** Older tabs are asked to step aside; one that is stopped by a debugger, say, does not. */
	readonly waitMs?: number;
	/** For tests of what older and newer releases leave behind. */
	readonly steps?: readonly Migration[];
}

/** Rejects with a `StorageError` where the phone refuses, or nothing happens within `waitMs`. */
export async function openHandrailDatabase(
	name = toOwnName('handrail'),
	{ onClosed, waitMs = 10_000, steps = migrations }: OpenOptions = {}
): Promise<HandrailDatabase> {
	const connect = (version?: number): Promise<HandrailDatabase> =>
		openDB<HandrailSchema>(name, version, {
			upgrade(db, oldVersion, _newVersion, tx) {
				for (const migrate of steps.slice(oldVersion)) migrate(db, tx);
			},
			// another tab has newer code: step aside, or its upgrade would wait on this one for ever
			blocking(_current, _blocked, event) {
				(event.target as IDBDatabase).close();
				onClosed?.();
			},
			terminated: () => onClosed?.()
		});

	try {
		return await orGiveUp(connect(steps.length), waitMs);
	} catch (error) {
		// a newer release was here, and was undone or runs in another tab: read what it left
		if (error instanceof Error && error.name === 'VersionError') return connect();
		throw toOpenError(error);
	}
}

/** A newer release of the app has upgraded the database: this one reads, and offers a reload. */
export function isReadOnly(db: HandrailDatabase): boolean {
	return db.version > migrations.length;
}

async function orGiveUp<T>(opening: Promise<T>, waitMs: number): Promise<T> {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const deadline = new Promise<never>((_resolve, reject) => {
		timer = setTimeout(() => reject(new StorageError('storage-blocked')), waitMs);
	});
	try {
		// one that opens after all steps aside like any other
		return await Promise.race([opening, deadline]);
	} finally {
		clearTimeout(timer);
	}
}

function toOpenError(error: unknown): unknown {
	// no `indexedDB` at all, or, in old private windows, one that only throws
	const isMissing = typeof indexedDB === 'undefined';
	const isRefused = error instanceof Error && error.name === 'InvalidStateError';
	if (isMissing || isRefused) return new StorageError('storage-denied', { cause: error });
	const code = toStorageCode(error);
	return code ? new StorageError(code, { cause: error }) : error;
}
