import { openHandrailDatabase, type HandrailDatabase } from './database.ts';
import { StorageError } from './storage-error.ts';

/** Whoever asks so soon after a wait for an old tab need not wait as long again to be told. */
const BLOCKED_MS = 2000;

export type OpenDatabase = () => Promise<HandrailDatabase>;

/** A connection for one piece of work, where no page holds one: a worker may be ended at any time. */
export async function withOwnDatabase<T>(work: (open: OpenDatabase) => Promise<T>): Promise<T> {
	let opening: Promise<HandrailDatabase> | undefined;
	try {
		return await work(() => (opening ??= openHandrailDatabase()));
	} finally {
		const db = await opening?.catch(() => undefined);
		db?.close();
	}
}

/** Opens once and shares the connection; opens again after another tab or the browser closed it. */
export function createDatabaseOpener(name?: string): OpenDatabase {
	let opening: Promise<HandrailDatabase> | undefined;
	const forget = (): void => {
		opening = undefined;
	};
	return () => {
		if (!opening) {
			opening = openHandrailDatabase(name, { onClosed: forget });
			// who asked is told; the next one tries anew
			opening.catch((error: unknown) => {
				const isBlocked = error instanceof StorageError && error.code === 'storage-blocked';
				if (isBlocked) setTimeout(forget, BLOCKED_MS);
				else forget();
			});
		}
		return opening;
	};
}
