import type { Announcements } from '#lib/server/announcements/announcements.ts';
import type { DatabaseSettings } from '#lib/server/database/open-database.ts';
import type { Outbox } from '#lib/server/outbox/outbox.ts';
import type { Statistics } from '#lib/server/statistics/statistics.ts';
import type { Capacity } from '#lib/server/subscriptions/make-room.ts';
import type { Subscriptions } from '#lib/server/subscriptions/subscriptions.ts';

/** Which database the store is in, and how much it may hold. */
export interface StoreSettings extends DatabaseSettings, Capacity {}

/** Everything that the server stores, in one database. A process has one of them open. */
export interface Store {
	readonly engine: 'sqlite' | 'postgres';
	readonly subscriptions: Subscriptions;
	readonly announcements: Announcements;
	readonly outbox: Outbox;
	readonly statistics: Statistics;
	/** Rejects if the database does not answer. */
	readonly ping: () => Promise<void>;
	/** Waits for pending writes. Call it once, after everything else. */
	readonly close: () => Promise<void>;
}
