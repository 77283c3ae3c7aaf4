import { toHref } from '#lib/edition/address/base-path.ts';
import { PUBLISHED } from '#lib/edition/address/published-paths.ts';
import type { SyncOutcome } from '#lib/sync/sync-outcome.ts';
import { anchor } from '#lib/trust/generated/anchor.ts';
import type { OpenDatabase } from '#lib/storage/database/database-opener.ts';
import { syncWith, type SyncOptions } from './sync-with.ts';

/** Our own host, then the publisher's mirrors, which `connect-src` in the build must allow too. */
export const HOSTS: readonly string[] = [toHref(PUBLISHED), ...(anchor.mirrors ?? [])];

/** The one way content gets onto this phone: used by pages and worker alike. */
export function syncHere(open: OpenDatabase, options: SyncOptions): Promise<SyncOutcome> {
	// absent in WebKit before 15.4, whatever the types say
	const locks = navigator.locks as LockManager | undefined;
	return syncWith({ anchor, hosts: HOSTS, locks, open }, options);
}
