import { openHandrailDatabase, type HandrailDatabase } from './database.ts';
import { StorageError } from './storage-error.ts';

/**
 * For this long after an older tab has blocked the database, callers are told so at once instead of
 * waiting again.
 */
const BLOCKED_MS = 2000;

export type OpenDatabase = () => Promise<HandrailDatabase>;

/**
 * Opens a connection for one piece of work and closes it. For workers, which have no page and may
 * be ended at any time.
 */
export async function withOwnDatabase<T>(
	work: (open: OpenDatabase) => Promise<T>,
	name?: string
): Promise<T> {
	let opening: Promise<HandrailDatabase> | undefined;
	try {
		return await work(() => (opening ??= openHandrailDatabase(name)));
	} finally {
		const db = await opening?.catch(() => undefined);
		db?.close();
	}
}

/**
 * Opens the database once and shares the connection. Opens it again after another tab or the
 * browser has closed it, and for a page that was left and is looked at again: `onLeave` is told what
 * to call when it is left.
 */
export function createDatabaseOpener(
	name?: string,
	onLeave?: (leave: () => void) => void
): OpenDatabase {
	let opening: Promise<HandrailDatabase> | undefined;
	let visit = new AbortController();
	const forget = (): void => {
		opening = undefined;
	};
	onLeave?.(() => {
		visit.abort();
		visit = new AbortController();
		forget();
	});
	return () => {
		if (!opening) {
			opening = openHandrailDatabase(name, { onClosed: forget, left: visit.signal });
			// this call rejects; the next one tries again
			opening.catch((error: unknown) => {
				const isBlocked = error instanceof StorageError && error.code === 'storage-blocked';
				if (isBlocked) setTimeout(forget, BLOCKED_MS);
				else forget();
			});
		}
		return opening;
	};
}
