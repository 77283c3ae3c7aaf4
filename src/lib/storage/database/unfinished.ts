import { wrap } from 'idb';

/** The transactions of a connection that have not ended yet. */
export class Unfinished {
	readonly #transactions = new Set<IDBTransaction>();

	/** From now on every transaction that is begun on this connection counts. */
	watch(db: IDBDatabase): void {
		db.transaction = (...args) => {
			const tx = IDBDatabase.prototype.transaction.apply(db, args);
			this.add(tx);
			return tx;
		};
	}

	add(tx: IDBTransaction): void {
		this.#transactions.add(tx);
		const forget = (): void => void this.#transactions.delete(tx);
		wrap(tx).done.then(forget, forget);
	}

	/** Undoes all of them at once. Whoever waits for one of them is told by an `AbortError`. */
	abort(): void {
		for (const tx of this.#transactions) {
			try {
				tx.abort();
			} catch {
				// it is being committed: that ends by itself
			}
		}
	}
}
