import { within } from '../deadline/within.ts';

/**
 * Asks the browser not to evict what is stored. Resolves to whether it will not, `undefined` where it has not
 * answered: Firefox leaves the promise pending for as long as its question is on screen. Never rejects.
 */
export async function offerPersistence(waitMs = 5000): Promise<boolean | undefined> {
	// absent in WebKitGTK, whatever the types say
	const storage = navigator.storage as Partial<StorageManager> | undefined;
	return storage?.persist && within(storage.persist(), waitMs);
}
