export interface Leftovers {
	/** Rows of the database. */
	readonly rows: number;
	/** Caches of code. */
	readonly caches: number;
	readonly workers: number;
}

/** What this site has on the phone. It runs in a page by `evaluate`, so it may refer to nothing outside itself. */
export async function countLeftovers(): Promise<Leftovers> {
	const db = await new Promise<IDBDatabase>((resolve, reject) => {
		const opening = indexedDB.open('handrail');
		opening.onsuccess = () => {
			resolve(opening.result);
		};
		opening.onerror = () => {
			reject(new Error('handrail'));
		};
	});
	const counts = await Promise.all(
		[...db.objectStoreNames].map(
			(name) =>
				new Promise<number>((resolve) => {
					const request = db.transaction(name).objectStore(name).count();
					request.onsuccess = () => {
						resolve(request.result);
					};
				})
		)
	);
	db.close();
	return {
		rows: counts.reduce((sum, count) => sum + count, 0),
		caches: (await caches.keys()).length,
		workers: (await navigator.serviceWorker.getRegistrations()).length
	};
}
