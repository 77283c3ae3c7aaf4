import { toOwnName } from '#lib/edition/address/base-path.ts';
import type { OpenDatabase } from '#lib/storage/database/database-opener.ts';

/** The phone as notices need it, in a page or in the worker. */
export interface PushPorts {
	readonly open: OpenDatabase;
	readonly fetch: typeof globalThis.fetch;
	/** `undefined` where the browser has no push, or no worker that could receive one. */
	readonly pushManager: () => Promise<PushManager | undefined>;
	/** `undefined` where the browser has no notifications. */
	readonly permission: () => NotificationPermission | undefined;
	/** One page or worker at a time changes the subscription. */
	readonly alone: <T>(work: () => Promise<T>) => Promise<T>;
	readonly now: () => Date;
	/** How long to wait for the browser, and for the server's next byte. */
	readonly waitMs: number;
}

/** `subscribe()` and `requestPermission()` can hang for ever. */
export const PUSH_WAIT_MS = 15_000;

/** Web Locks are missing in WebKit before 15.4, which has no push either. */
export const takingTurns: PushPorts['alone'] = async (work) => {
	const locks = navigator.locks as LockManager | undefined;
	return locks ? await locks.request(toOwnName('handrail-push'), work) : work();
};
