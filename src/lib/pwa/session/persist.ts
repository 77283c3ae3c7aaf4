export type Persistence = 'persisted' | 'refused' | 'unknown';

/**
 * Asks the browser not to evict what is stored. Never hangs: Firefox leaves the promise pending for
 * as long as its question is on screen. Never rejects.
 */
export async function offerPersistence(waitMs = 5000): Promise<Persistence> {
	// absent in WebKitGTK, whatever the types say
	const storage = navigator.storage as Partial<StorageManager> | undefined;
	if (!storage?.persist) return 'unknown';
	let timer: ReturnType<typeof setTimeout> | undefined;
	const deadline = new Promise<Persistence>((resolve) => {
		timer = setTimeout(() => resolve('unknown'), waitMs);
	});
	const asked = storage.persist().then(
		(isPersisted): Persistence => (isPersisted ? 'persisted' : 'refused'),
		(): Persistence => 'unknown'
	);
	const answer = await Promise.race([asked, deadline]);
	clearTimeout(timer);
	return answer;
}
