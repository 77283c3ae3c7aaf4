import { HOUR_MS } from '#lib/edition/durations.ts';
import { createDatabaseOpener, type OpenDatabase } from '#lib/storage/database/database-opener.ts';
import type { SyncOutcome } from '#lib/sync/sync-outcome.ts';
import { syncHere } from '../sync/sync-here.ts';
import type { SyncOptions } from '../sync/sync-with.ts';
import type { WorkerSync } from '../sync/worker-sync.ts';
import { createOpeningSync } from './opening-sync.ts';

/** The page and the phone around a session. */
export interface SessionPorts {
	/** The one connection of the page. */
	readonly open: OpenDatabase;
	readonly sync: (options: SyncOptions) => Promise<SyncOutcome>;
	/** How the sync ended that the worker began when it answered this page. Once. */
	readonly openingSync: () => Promise<WorkerSync | undefined>;
	/** Calls back when a page on screen may be out of date: seen again, online again, an hour older. */
	readonly onLook: (look: () => void) => void;
}

/** The real ones. */
export function sessionPorts(): SessionPorts {
	const open = createDatabaseOpener(undefined, (leave) => addEventListener('pagehide', leave));
	return {
		open,
		sync: (options) => syncHere(open, options),
		openingSync: createOpeningSync(),
		onLook(look) {
			const lookIfVisible = (): void => {
				if (document.visibilityState === 'visible') look();
			};
			document.addEventListener('visibilitychange', lookIfVisible);
			window.addEventListener('online', lookIfVisible);
			// "Back" to a page that the browser kept: its connection was closed when it was left
			window.addEventListener('pageshow', ({ persisted }) => persisted && lookIfVisible());
			// a page that stays open for days and is never hidden
			setInterval(lookIfVisible, HOUR_MS);
		}
	};
}
