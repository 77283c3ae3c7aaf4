import type { IDBPTransaction, StoreKey, StoreNames, StoreValue } from 'idb';
import type { HandrailDatabase, HandrailSchema } from './database.ts';

type Store = StoreNames<HandrailSchema>;
type WriteTx<Stores extends Store[]> = IDBPTransaction<HandrailSchema, Stores, 'readwrite'>;

/**
 * Any transaction that includes this object store. What it gives is outside data, because another
 * release of the app may have written it: the store's owner in `stores/` parses it.
 */
export interface TxWith<Name extends Store> {
	objectStore(name: Name): {
		get(key: StoreKey<HandrailSchema, Name>): Promise<unknown>;
		getAll(range?: IDBKeyRange): Promise<unknown[]>;
		getAllKeys(range?: IDBKeyRange): Promise<StoreKey<HandrailSchema, Name>[]>;
	};
}

/**
 * A transaction that may also write to this object store. What is put there was parsed or verified
 * before.
 */
export interface WriteTxWith<Name extends Store> extends TxWith<Name> {
	objectStore(name: Name): ReturnType<TxWith<Name>['objectStore']> & {
		put(
			value: StoreValue<HandrailSchema, Name>,
			key?: StoreKey<HandrailSchema, Name>
		): Promise<unknown>;
		delete(key: StoreKey<HandrailSchema, Name> | IDBKeyRange): Promise<void>;
	};
}

/** A row that should be a text. `undefined` if it is anything else. */
export const asText = (row: unknown): string | undefined =>
	typeof row === 'string' ? row : undefined;

/** The object stores that a switch, and what follows it, must see in one state. */
const CONTENT = ['blobs', 'editions', 'listings', 'proof', 'search', 'settings', 'trust'] as const;
export type ContentTx = WriteTx<[...typeof CONTENT]>;

/**
 * Runs `work` in one transaction: when this resolves, all of it is stored; when it rejects, nothing
 * is. `work` must await nothing but IndexedDB, or the transaction commits early.
 */
export async function write<const Stores extends Store[], T>(
	db: HandrailDatabase,
	stores: Stores,
	work: (tx: WriteTx<Stores>) => Promise<T>,
	durability: 'strict' | 'relaxed' = 'relaxed'
): Promise<T> {
	const tx = db.transaction(stores, 'readwrite', { durability });
	// it rejects as well when a request fails, and nobody listens to both
	tx.done.catch(() => undefined);
	try {
		const result = await work(tx);
		await tx.done;
		return result;
	} catch (error) {
		abort(tx);
		// of a full disk, a request may only say "aborted"; the transaction has the reason
		throw tx.error ?? error;
	}
}

/**
 * Changes what is on screen. Strict, so that even after a power failure either all of it is stored
 * or nothing.
 */
export function writeContent<T>(
	db: HandrailDatabase,
	work: (tx: ContentTx) => Promise<T>
): Promise<T> {
	return write(db, [...CONTENT], work, 'strict');
}

function abort(tx: { abort: () => void }): void {
	try {
		tx.abort();
	} catch {
		// the transaction has already ended: there is nothing to undo
	}
}
