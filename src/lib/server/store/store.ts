import type { Announcements } from '#lib/server/announcements/announcements.ts';
import type { Outbox } from '#lib/server/outbox/outbox.ts';
import type { Statistics } from '#lib/server/statistics/statistics.ts';
import type { Subscriptions } from '#lib/server/subscriptions/subscriptions.ts';

/** Where the store is. `databaseUrl` (PostgreSQL) comes before `databaseFile` (SQLite). */
export interface StoreSettings {
	readonly databaseUrl?: string | undefined;
	readonly databaseFile: string;
	/** How many subscriptions may be kept; without it, any number. */
	readonly maxSubscriptions?: number | undefined;
	/** How many hosts under one suffix of the allow-list; without it, any number. */
	readonly maxPushHosts?: number | undefined;
}

/** Everything that the server keeps, in one database. One is open in a process. */
export interface Store {
	readonly engine: 'sqlite' | 'postgres';
	readonly subscriptions: Subscriptions;
	readonly announcements: Announcements;
	readonly outbox: Outbox;
	readonly statistics: Statistics;
	/** Rejects where the database does not answer. */
	readonly ping: () => Promise<void>;
	/** Waits for what is being written. Call it once, last. */
	readonly close: () => Promise<void>;
}
