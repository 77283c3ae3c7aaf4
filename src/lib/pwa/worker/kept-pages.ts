import type { Library } from '#lib/edition/library.ts';
import { createDatabaseOpener } from '#lib/storage/database/database-opener.ts';
import { readSettings, type Settings } from '#lib/storage/stores/settings-store.ts';
import { readTrust } from '#lib/storage/stores/trust-store.ts';
import { knownTime } from '#lib/trust/known-time.ts';
import { createStoredLibrary } from '#lib/storage/read/stored-library.ts';

/** What a page that is made in the worker is made of: what is on the phone, and nothing else. */
export interface KeptPages {
	readonly library: Library;
	/** What the reader chose; empty where that cannot be read. */
	readonly settings: () => Promise<Settings>;
	/** By which texts are old or not, as the app judges them, too. */
	readonly now: () => Promise<Date>;
}

/** For the worker's whole life: one connection, opened when a page is first asked for. */
export function openKeptPages(): KeptPages {
	const open = createDatabaseOpener();
	return {
		library: createStoredLibrary({
			open,
			// nothing is waited for: whatever is missing, the app itself makes the page
			whenReady: () => Promise.resolve(false),
			mayStandIn: () => false
		}),
		settings: () =>
			open()
				.then(readSettings)
				.catch(() => ({})),
		now: () =>
			open()
				.then(readTrust)
				.then((trust) => knownTime(trust, new Date()))
	};
}
