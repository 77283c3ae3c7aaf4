import type { IDBPTransaction, StoreKey, StoreNames } from 'idb';
import type { HandrailDatabase, HandrailSchema } from './database.ts';

type Store = StoreNames<HandrailSchema>;
type WriteTx<Stores extends Store[]> = IDBPTransaction<HandrailSchema, Stores, 'readwrite'>;

/**
 * Any transaction that has this object store in it. What it gives is outside data: another release of
 * the app may have written it. Each store's owner, in `stores/`, parses it.
 */
export interface TxWith<Name extends Store> {
	objectStore(name: Name): {
		get(key: StoreKey<HandrailSchema, Name>): Promise<unknown>;
		getAll(range?: IDBKeyRange): Promise<unknown[]>;
		getAllKeys(range?: IDBKeyRange): Promise<StoreKey<HandrailSchema, Name>[]>;
	};
}

/** What a switch and what follows it must see in one state. */
const CONTENT = ['blobs', 'editions', 'listings', 'proof', 'search', 'settings', 'trust'] as const;
export type ContentTx = WriteTx<[...typeof CONTENT]>;

/**
 * Runs `work` in one transaction: all of it is on the phone when this resolves, or none. `work`
 * awaits nothing but IndexedDB, or the transaction would commit early.
 */
export async function write<const Stores extends Store[], T>(
	db: HandrailDatabase,
	stores: Stores,
	work: (tx: WriteTx<Stores>) => Promise<T>,
	durability: 'strict' | 'relaxed' = 'relaxed'
): Promise<T> {
	const tx = db.transaction(stores, 'readwrite', { durability });
	// it rejects together with the request that failed, and one of the two would go unheard
	tx.done.catch(() => undefined);
	try {
		const result = await work(tx);
		await tx.done;
		return result;
	} catch (error) {
		abort(tx);
		// a full disk shows in the transaction, where its requests may say only "aborted"
		throw tx.error ?? error;
	}
}

/** A change of what is on screen: strict, so that an empty battery finds all of it or none. */
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
		// it has ended by itself: there is nothing left to undo
	}
}
