import type { Anchor } from '#lib/trust/anchor.ts';
import type { ServerLimits } from '#lib/server/rate-limits/server-limits.ts';
import type { SenderStatus } from '#lib/server/sender/lanes/sender-status.ts';
import type { VapidKeys } from '#lib/server/web-push/vapid-keys.ts';
import type { ServerSettings } from '#lib/server/process/settings.ts';
import type { Store } from '#lib/server/store/store.ts';

/** What the routes work with. A process has one. */
export interface Backend {
	readonly settings: ServerSettings;
	/** Where the server's trust begins: the anchor of the app that it serves. */
	readonly anchor: Anchor;
	readonly store: Store;
	readonly vapidKeys: VapidKeys;
	readonly limits: ServerLimits;
	/** The status of the sender in this process, if there is one. */
	readonly senderStatus: () => SenderStatus | undefined;
	/** Logs an alert the first time that it is called with this event. */
	readonly alertOnce: (event: string) => void;
	readonly now: () => Date;
}

let provided: Backend | undefined;

/** Called once, by `hooks.server.ts`, before any route answers. */
export function provideBackend(backend: Backend): void {
	provided = backend;
}

export function backend(): Backend {
	if (!provided) throw new Error('The hooks must provide a backend before any route answers');
	return provided;
}
