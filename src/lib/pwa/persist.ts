export type Persistence = 'persisted' | 'refused' | 'unknown';

/**
 * Asks the browser not to evict what is stored. Never hangs, never rejects: Firefox keeps the
 * question open until its reader answers, and some WebKit browsers have no `navigator.storage`.
 */
export async function offerPersistence(waitMs = 5000): Promise<Persistence> {
	const storage = navigator.storage as StorageManager | undefined;
	if (!storage?.persist) return 'unknown';
	const asked = storage.persist().then(
		(isKept): Persistence => (isKept ? 'persisted' : 'refused'),
		(): Persistence => 'unknown'
	);
	const tooLong = new Promise<Persistence>((resolve) => setTimeout(resolve, waitMs, 'unknown'));
	return Promise.race([asked, tooLong]);
}
