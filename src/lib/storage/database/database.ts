import { toOwnName } from '#lib/edition/address/base-path.ts';
import { openDB, unwrap } from 'idb';
import { migrations, type Migration } from './migrations.ts';
import type { HandrailDatabase, HandrailSchema } from './schema.ts';
import { StorageError, toStorageCode } from './storage-error.ts';
import { Unfinished } from './unfinished.ts';

export type {
	HandrailDatabase,
	HandrailSchema,
	Lease,
	ListingRow,
	StoredEdition
} from './schema.ts';

export interface OpenOptions {
	/** Called when the connection was closed by the browser, or for another tab with newer code. */
	readonly onClosed?: () => void;
	/**
	 * How long to wait for older tabs to close their connections, in ms. One that is halted in a
	 * debugger, for example, never does.
	 */
	readonly waitMs?: number;
	/**
	 * The page is being left: the connection ends at once, and what is unfinished is undone. A page that
	 * WebKit keeps for "Back" would otherwise halt in the middle of a transaction, and with it the storage of
	 * every other page and of the worker, until the browser is closed.
	 */
	readonly left?: AbortSignal;
	/** Lets tests make databases of older and newer releases. */
	readonly steps?: readonly Migration[];
}

/**
 * Rejects with a `StorageError` if the phone refuses, or if nothing has happened after `waitMs`.
 */
export async function openHandrailDatabase(
	name = toOwnName('handrail'),
	{ onClosed, waitMs = 10_000, left, steps = migrations }: OpenOptions = {}
): Promise<HandrailDatabase> {
	const unfinished = new Unfinished();
	left?.addEventListener('abort', () => unfinished.abort());
	const connect = async (version?: number): Promise<HandrailDatabase> => {
		const db = await openDB<HandrailSchema>(name, version, {
			upgrade(db, oldVersion, _newVersion, tx) {
				unfinished.add(unwrap(tx));
				for (const migrate of steps.slice(oldVersion)) migrate(db, tx);
			},
			// another tab has newer code, whose upgrade would wait for this connection for ever
			blocking(_current, _blocked, event) {
				(event.target as IDBDatabase).close();
				onClosed?.();
			},
			terminated: () => onClosed?.()
		});
		unfinished.watch(unwrap(db));
		left?.addEventListener('abort', () => db.close());
		if (left?.aborted) db.close();
		return db;
	};

	try {
		return await orGiveUp(connect(steps.length), waitMs);
	} catch (error) {
		// a newer release was undone, or runs in another tab: open what it has left
		if (error instanceof Error && error.name === 'VersionError') return connect();
		throw toOpenError(error);
	}
}

/**
 * Whether a newer release of the app has upgraded the database. Then this one only reads, and
 * offers a reload.
 */
export function isReadOnly(db: HandrailDatabase): boolean {
	return db.version > migrations.length;
}

async function orGiveUp<T>(opening: Promise<T>, waitMs: number): Promise<T> {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const deadline = new Promise<never>((_resolve, reject) => {
		timer = setTimeout(() => reject(new StorageError('storage-blocked')), waitMs);
	});
	try {
		// a connection that still opens after the deadline closes like any other
		return await Promise.race([opening, deadline]);
	} finally {
		clearTimeout(timer);
	}
}

function toOpenError(error: unknown): unknown {
	// there is no `indexedDB`, or, in old private windows, one that always throws
	const isMissing = typeof indexedDB === 'undefined';
	const isRefused = error instanceof Error && error.name === 'InvalidStateError';
	if (isMissing || isRefused) return new StorageError('storage-denied', { cause: error });
	const code = toStorageCode(error);
	return code ? new StorageError(code, { cause: error }) : error;
}
